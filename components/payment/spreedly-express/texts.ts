import type methods from '@/messages/en/methods.json';
import type { Texts as Every } from '../parts/texts';

/** The form's own words. What stands in Spreedly's window is Spreedly's. */
export type Texts = Every & (typeof methods)['spreedly-express'];
