import type { FailureCode } from '@/lib/checkout/errors';
import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout, Input } from '@/lib/checkout/model';
import type { CallContext, OptionSpec } from '@/lib/checkout/supplier';
import type { Desk } from '../desk';
import type { Given } from '../memo';
import type { Gateway, Order } from '../order';

/** What came of an input, in the supplier's terms. */
export type Evidence =
  /** `cardPayment` of a confirmation. `doubtful`: nobody knows whether there was a payment at all. */
  | { readonly kind: 'confirm'; readonly payment: JsonObject; readonly doubtful?: true }
  /** Only the page can finish it: the same form again, with what came back. */
  | { readonly kind: 'resume'; readonly resume: JsonObject }
  /** There was no payment, and what was handed out cannot be used for another. */
  | { readonly kind: 'again'; readonly code: FailureCode }
  /** It says nothing; a look tells how things stand. */
  | { readonly kind: 'nothing' };

/** One way to pay an order by a gateway of the supplier's. */
export interface Way {
  readonly option: OptionSpec;
  readonly gateway: Gateway['id'];
  /** It wants to know where the customer comes back to before it can be paid. */
  readonly needsReturn?: true;
  /** After a refusal the customer stays and tries again; absent: they choose a way to pay anew. */
  readonly retries?: true;
  /** What the customer is handed to pay with; null where the supplier's answer does not make a payment. */
  hand(desk: Desk, ctx: CallContext, checkout: Checkout, order: Order): Given | null;
  /** What an input says about `payment`, which was handed out. */
  read(desk: Desk, payment: JsonObject, input: Input): Evidence;
  /** It can be confirmed without any input, once the provider itself said that the money is there. */
  readonly byLook?: true;
  /** The supplier may have heard of a payment that nobody told us of: it is asked before the hold is let go. */
  readonly byItself?: true;
}
