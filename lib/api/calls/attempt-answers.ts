import type { OperationAnswer } from '../http/operation';
import type { ProblemCode } from '../problems/table';
import { checkoutView } from '../schemas/checkout';

/** What whoever starts to pay is answered, in whichever way they bring the payment. */
export const attemptAnswers: Readonly<Record<201 | 202, OperationAnswer>> = {
  201: { description: 'The attempt has a step', schema: checkoutView, headers: ['ETag'] },
  202: {
    description: 'Wait for its step',
    schema: checkoutView,
    headers: ['ETag', 'Retry-After', 'Retry-After-Ms'],
  },
};

/** Why nobody can start to pay now. */
export const attemptProblems = [
  'details_missing',
  'changes_unaccepted',
  'option_unavailable',
  'hold_expired',
  'hold_ending',
  'wrong_state',
  'too_many_attempts',
  'rate_limited',
  'payments_closed',
  'busy',
] as const satisfies readonly ProblemCode[];
