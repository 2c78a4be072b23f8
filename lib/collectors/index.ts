import type { CollectorModule } from '@/lib/platform/modules';
import { invoice } from './invoice';
import { tikkie } from './tikkie';

/** Every collector, one line each. COLLECTORS names those that are switched on. */
export const collectors: readonly CollectorModule[] = [invoice, tikkie];
