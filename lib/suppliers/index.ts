import type { SupplierModule } from '@/lib/platform/modules';
import { ingresso } from './ingresso';
import { musement } from './musement';
import { octo } from './octo';
import { tickitto } from './tickitto';

/** Every supplier, one line each. Which of them sell is decided by their part of the environment. */
export const suppliers: readonly SupplierModule[] = [ingresso, musement, octo, tickitto];
