import type { Json } from '@/lib/checkout/json';

/**
 * What the pay page gives to a payment method's component, and gets back. The component knows no supplier and no API:
 * it takes `params`, lets the customer pay, and reports.
 */
export interface PaymentProps {
  /** The step's params, as the method's `params` schema has them. */
  readonly params: Json;
  /** What the customer came back with from a provider's page, where only the browser can finish. */
  readonly resume?: Json;
  /** The method's `settings`: what its component needs of the configuration. */
  readonly settings?: Json;
  /** What the pay button says: "Pay £62.50". */
  readonly amountLabel: string;
  /** The page is about to leave or the hold has ended: nothing may be sent any more. */
  readonly disabled: boolean;
  /** The customer's language tag. */
  readonly locale: string;
  /** The component's words: of `messages/<locale>/methods.json` what is under `every`, its provider's name and its own. */
  readonly texts: Readonly<Record<string, string>>;
  /**
   * Hands over what came of it, in the shape of the method's `data` schema. Resolves when the page has passed it on;
   * rejects when it could not, and then the customer is told not to pay again.
   */
  onResult(data: Json): Promise<void>;
  /** True while the bank may be charging: leave the page alone then. */
  onBusy(busy: boolean): void;
}
