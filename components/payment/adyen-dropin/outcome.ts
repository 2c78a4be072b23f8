import type { AdyenDropinData } from '@/lib/payments/adyen-dropin/types';

/**
 * Reads what the Drop-in said when it was over: Adyen's answer, or the error that came in its place. The library tells of
 * one failure more than once and in different words; whatever it says first is handed over, and the supplier is asked
 * what is true.
 */
export function outcomeOf(sessionId: string, said: unknown, resumed: boolean): AdyenDropinData {
  const resultCode = member(said, 'resultCode');
  const sessionResult = member(said, 'sessionResult');
  if (typeof resultCode !== 'string') {
    // A payment that Adyen would not take moved no money. What it would not finish may have.
    if (isRefusedCall(said) && !resumed) return { outcome: 'expired', sessionId };
    return { outcome: 'error', sessionId, why: 'unclear' };
  }
  if (resultCode === 'Cancelled') return { outcome: 'cancelled', sessionId };
  const proof = typeof sessionResult === 'string' ? { sessionResult } : {};
  return { outcome: 'result', sessionId, resultCode, ...proof };
}

/**
 * Whether an error of the library's is Adyen's own no to a call (`{status: 4xx, errorCode, …}`), rather than a call that
 * did not get through or broke over there.
 */
export function isRefusedCall(error: unknown): boolean {
  const status = member(member(error, 'cause'), 'status');
  return typeof status === 'number' && status >= 400 && status < 500;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
