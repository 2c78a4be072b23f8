import type { CollectorModule } from '@/lib/platform/modules';
import { invoice } from './invoice';

/** Every collector, one line each. COLLECTORS names those that are switched on. */
export const collectors: readonly CollectorModule[] = [invoice];
