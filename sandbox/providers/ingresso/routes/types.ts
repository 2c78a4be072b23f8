import type { Answer } from '../answers';
import type { Call } from '../desk';
import type { Page } from '../transaction/model';

/** What an endpoint does with a call; a page is an answer that was sent before. */
export type Handler = (call: Call) => Answer | Page | Promise<Answer | Page>;

/** An endpoint of the API. */
export interface Endpoint {
  readonly handler: Handler;
  /** Changes something: POST only. Everything else answers GET and POST. */
  readonly acts?: true;
  /** Not for accounts that may only look. */
  readonly sells?: true;
}
