import type { Cache } from '@/lib/platform/cache';
import type { HttpClient } from '@/lib/platform/http/types';
import type { Send } from './client';
import type { MusementConfig } from './config';

/** What the verbs work with. */
export interface Desk {
  readonly send: Send;
  readonly config: MusementConfig;
  readonly now: () => number;
  /** For documents from one of the configured origins; carries no token. */
  readonly documents: (origin: string) => HttpClient;
  /** Carts that were filled to ask what a promo code is worth, and that nobody buys. */
  readonly quotes: Cache;
}
