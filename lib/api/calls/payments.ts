import 'server-only';
import { beginAttempt, bringResult } from '../checkouts/attempt';
import { outcomeReply } from '../checkouts/reply';
import { call } from '../http/handler';
import type { Reply } from '../http/reply';
import { idempotencyKey } from '../idempotency';
import { isProblem } from '../problems/text';
import { checkoutView } from '../schemas/checkout';
import { attemptBody, attemptParams, checkoutParams, resultBody } from '../schemas/requests';
import { attemptAnswers, attemptProblems } from './attempt-answers';

/** POST /api/checkouts/{id}/attempts */
export const startAttempt = call(
  {
    id: 'startAttempt',
    method: 'POST',
    path: '/api/checkouts/{id}/attempts',
    summary: 'Starts paying with an option, or joins the attempt that is under way',
    access: 'checkout',
    params: checkoutParams,
    body: attemptBody,
    keyed: true,
    answers: attemptAnswers,
    problems: [...attemptProblems],
  },
  async (context): Promise<Reply> => {
    const key = idempotencyKey(context.request.headers);
    if (isProblem(key)) return key;
    const outcome = await beginAttempt(context, key, context.body);
    return isProblem(outcome) ? outcome : outcomeReply(context, outcome, 201);
  },
);

/** POST /api/checkouts/{id}/attempts/{attempt}/results */
export const sendResult = call(
  {
    id: 'sendResult',
    method: 'POST',
    path: '/api/checkouts/{id}/attempts/{attempt}/results',
    summary: 'Brings what the payment method’s component produced. A hint: the supplier’s word decides',
    access: 'checkout',
    params: attemptParams,
    body: resultBody,
    answers: {
      200: { description: 'The checkout as it is now', schema: checkoutView, headers: ['ETag'] },
      202: {
        description: 'Ask again soon',
        schema: checkoutView,
        headers: ['ETag', 'Retry-After', 'Retry-After-Ms'],
      },
    },
    problems: ['data_invalid', 'rate_limited', 'payments_closed'],
  },
  async (context): Promise<Reply> => {
    const { params, body } = context;
    const outcome = await bringResult(context, params.attempt, body.step, body.data);
    return isProblem(outcome) ? outcome : outcomeReply(context, outcome);
  },
);
