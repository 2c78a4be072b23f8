import type { ZodType } from 'zod';
import type { FailureCode } from './errors';
import type { Json } from './json';
import type { CallContext } from './supplier';

/**
 * A payment method, server half: what the supplier must hand over, what the component gives back, and what the
 * pay document may load. Its client half is `component.tsx` in the same folder; the two meet in `params` and `data`.
 */
export interface PaymentMethod {
  readonly id: string;
  /** Key of its name for people, in `messages/<locale>/options.json`. */
  readonly label: string;
  readonly params: ZodType;
  readonly data: ZodType;
  /** Origins the pay document may use, and nothing else may. */
  readonly csp: CspSources;
  /** What the component needs of the configuration beside the params, such as another address of its provider. Public. */
  readonly settings?: Json;
  /** The same where it is made of the step's params, on the server: such as a code to scan. */
  settingsFor?(params: Json): Json;
  /**
   * It is paid on another page or another device, which tells this one nothing. Then its component works without scripts too,
   * and the pay document follows the order by itself.
   */
  readonly elsewhere?: true;
  /** What the component's answer hints at. A hint triggers a look, never a state. */
  hint(data: Json): Hint;
  /** What of the answer may be kept once it is used: no tokens, nothing personal. */
  evidence(data: Json): Json;
  /** Asks the payment provider, with no more than the browser has, how far the money got. */
  look?(ctx: CallContext, params: Json): Promise<Look>;
}

export type Hint =
  | { readonly kind: 'paid' }
  | { readonly kind: 'declined'; readonly code: FailureCode }
  | { readonly kind: 'cancelled' }
  /** The answer carries what the supplier's `advance` needs, such as tokens. */
  | { readonly kind: 'data' };

/** How far the money got, in the provider's word. `none`: nothing taken and the customer may still try. */
export type Look =
  | { readonly money: 'none'; readonly code?: FailureCode }
  /** `customer`: they must still authenticate, so the method's component goes on; `provider`: out of their hands. */
  | { readonly money: 'pending'; readonly by: 'customer' | 'provider' }
  | {
      readonly money: 'authorised' | 'captured';
      readonly amount: number;
      readonly currency: string;
      readonly reference: string;
    }
  | { readonly money: 'closed' }
  | { readonly money: 'unknown' };

/** Additions to the base policy, by directive; origins only, never keywords that loosen it. */
export interface CspSources {
  readonly script?: readonly string[];
  readonly frame?: readonly string[];
  readonly connect?: readonly string[];
  readonly img?: readonly string[];
  readonly form?: readonly string[];
}
