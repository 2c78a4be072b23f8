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
}
