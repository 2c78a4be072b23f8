import type methods from '@/messages/en/methods.json';
import type { Texts as Every } from '../parts/texts';

/** What is said beside the link. */
export type Texts = Every & (typeof methods)['payment-link'];
