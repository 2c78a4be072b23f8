import 'server-only';
import { checkoutReply, nothingHeld, outcomeReply, polledReply } from '../checkouts/reply';
import { call } from '../http/handler';
import type { OperationAnswer } from '../http/operation';
import { spend } from '../limits';
import { checkoutView } from '../schemas/checkout';
import { acceptBody, checkoutParams, detailsBody } from '../schemas/requests';

const now: OperationAnswer = {
  description: 'The checkout as it is now',
  schema: checkoutView,
  headers: ['ETag', 'Retry-After', 'Retry-After-Ms'],
};
const later: OperationAnswer = {
  ...now,
  description: 'It is being worked on: `next` says when to ask again',
};
const answers = { 200: now, 202: later };

/** GET /api/checkouts/{id} */
export const readCheckout = call(
  {
    id: 'readCheckout',
    method: 'GET',
    path: '/api/checkouts/{id}',
    summary: 'The checkout; reads our store only, so that polling it costs the supplier nothing',
    access: 'checkout',
    params: checkoutParams,
    answers: {
      200: now,
      304: {
        description: 'Nothing that is shown has changed',
        headers: ['ETag', 'Retry-After', 'Retry-After-Ms'],
      },
    },
  },
  async (context) => polledReply(context, context.checkout),
);

/** POST /api/checkouts/{id}/accept */
export const acceptChanges = call(
  {
    id: 'acceptChanges',
    method: 'POST',
    path: '/api/checkouts/{id}/accept',
    summary: 'Accepts changed seats or prices, as seen in a version',
    access: 'checkout',
    params: checkoutParams,
    body: acceptBody,
    answers,
    problems: ['stale_version', 'wrong_state', 'busy'],
  },
  async (context) =>
    outcomeReply(context, await context.foyer.heart.accept(context.params.id, context.body.version)),
);

/** POST /api/checkouts/{id}/hold */
export const holdAgain = call(
  {
    id: 'holdAgain',
    method: 'POST',
    path: '/api/checkouts/{id}/hold',
    summary: 'Holds the same again after it ended with nothing charged',
    access: 'checkout',
    params: checkoutParams,
    answers,
    problems: ['nothing_held', 'wrong_state', 'too_many_attempts', 'busy', 'rate_limited', 'payments_closed'],
  },
  async (context) => {
    const limited = await spend(context.foyer, 'holds', context.counted);
    if (limited) return limited;
    const outcome = await context.foyer.heart.hold(context.params.id);
    return (outcome.ok ? nothingHeld(outcome.stored) : null) ?? outcomeReply(context, outcome);
  },
);

/** POST /api/checkouts/{id}/extend */
export const extendHold = call(
  {
    id: 'extendHold',
    method: 'POST',
    path: '/api/checkouts/{id}/extend',
    summary: 'More time, where the supplier gives any',
    access: 'checkout',
    params: checkoutParams,
    answers,
    problems: ['capability_missing', 'wrong_state', 'busy'],
  },
  async (context) => outcomeReply(context, await context.foyer.heart.extend(context.params.id)),
);

/** POST /api/checkouts/{id}/check */
export const checkNow = call(
  {
    id: 'checkNow',
    method: 'POST',
    path: '/api/checkouts/{id}/check',
    summary: 'Asks the supplier now, or joins whoever is asking',
    access: 'checkout',
    params: checkoutParams,
    answers,
    problems: ['busy'],
  },
  async (context) => outcomeReply(context, await context.foyer.heart.check(context.params.id)),
);

/** DELETE /api/checkouts/{id} */
export const releaseHold = call(
  {
    id: 'releaseHold',
    method: 'DELETE',
    path: '/api/checkouts/{id}',
    summary: 'Lets go of the tickets, unless a payment got there first',
    access: 'checkout',
    params: checkoutParams,
    answers,
    problems: ['wrong_state', 'busy'],
  },
  async (context) => outcomeReply(context, await context.foyer.heart.release(context.params.id)),
);

/** PUT /api/checkouts/{id}/details */
export const putDetails = call(
  {
    id: 'putDetails',
    method: 'PUT',
    path: '/api/checkouts/{id}/details',
    summary: 'Keeps the customer’s details, all of them at once',
    access: 'checkout',
    params: checkoutParams,
    body: detailsBody,
    answers,
    problems: ['details_invalid', 'wrong_state', 'busy'],
  },
  async (context) => {
    const outcome = await context.foyer.heart.details(context.params.id, context.body, 'strict');
    return outcome.ok ? checkoutReply(context, outcome.stored) : outcomeReply(context, outcome);
  },
);
