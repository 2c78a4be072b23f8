import type { Send } from './client';
import type { IngressoConfig } from './config';

/** What the verbs work with. */
export interface Desk {
  readonly config: IngressoConfig;
  readonly send: Send;
  readonly now: () => number;
}
