import { assertNever } from '@/lib/checkout/errors';
import { activeAttempt } from '@/lib/checkout/ledgers';
import type { Attempt, Checkout, PlacedStep } from '@/lib/checkout/model';
import type { CheckoutView, StepView } from '../schemas/checkout';
import { iso } from './items';

/** Who looks: the browser that pays, or someone who may see the checkout but not pay in it. */
export type Viewer = 'customer' | 'onlooker';

/** The attempt that is under way, else the last one: what the page speaks about. */
export function attemptView(checkout: Checkout, viewer: Viewer): CheckoutView['attempt'] {
  const attempt = activeAttempt(checkout) ?? checkout.attempts.at(-1);
  if (!attempt) return undefined;
  return {
    id: attempt.id,
    option: attempt.option,
    status: attempt.status,
    step: attempt.step ? stepView(checkout.id, attempt, attempt.step, viewer) : undefined,
    lastDecline: attempt.lastDecline,
  };
}

/** Params (client secrets, publishable keys) reach the customer's browser and nobody else. */
function stepView(
  checkoutId: string,
  { id: attemptId }: Attempt,
  step: PlacedStep,
  viewer: Viewer,
): StepView {
  const { id } = step;
  switch (step.kind) {
    case 'pay': {
      const { method, params, resume } = step;
      const shown = viewer === 'customer' ? { params, resume } : { params: null };
      return { kind: 'pay', id, method, ...shown };
    }
    case 'redirect':
      return { kind: 'redirect', id, href: `/checkout/${checkoutId}/go/${attemptId}` };
    case 'wait':
      return { kind: 'wait', id, retryAfterMs: step.retryAfterMs, why: step.why };
    case 'settled':
      return { kind: 'settled', id };
    case 'declined':
      return { kind: 'declined', id, code: step.code, holdKept: step.holdKept };
    case 'failed':
      return { kind: 'failed', id, code: step.code };
    case 'unknown':
      return { kind: 'unknown', id, since: iso(step.since) ?? '' };
    default:
      return assertNever(step);
  }
}
