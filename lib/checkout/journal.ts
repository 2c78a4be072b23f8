import type { JsonObject } from './json';

/** One line of a checkout's history. `data` carries no secret and no personal data. */
export interface JournalEntry {
  readonly at: number;
  readonly kind:
    | 'created'
    | 'command'
    | 'intent'
    | 'outcome'
    | 'call'
    | 'input'
    | 'step'
    | 'state'
    | 'mail'
    | 'attention'
    | 'operator';
  readonly name: string;
  readonly attemptId?: string;
  readonly data?: JsonObject;
}
