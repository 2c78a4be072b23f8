import type methods from '@/messages/en/methods.json';

/** What every form says: the page hands these words to each of them, with its provider's and its own. */
export type Texts = (typeof methods)['every'];
