import type { CspSources, PaymentMethod } from './checkout/method';
import type { CheckoutStore } from './checkout/store';

/**
 * What the pay document of an attempt may load: its method's sources and nobody else's. An attempt that is not there,
 * or does not pay in the page, gets nothing beside our own.
 */
export function payCspOf(store: Pick<CheckoutStore, 'read'>, methods: ReadonlyMap<string, PaymentMethod>) {
  return async (checkoutId: string, attemptId: string): Promise<CspSources> => {
    const stored = await store.read(checkoutId);
    const step = stored?.checkout.attempts.find(({ id }) => id === attemptId)?.step;
    return step?.kind === 'pay' ? (methods.get(step.method)?.csp ?? {}) : {};
  };
}
