import 'server-only';
import type { Outcome } from '@/lib/checkout/heart';
import type { OperatorOrder } from '@/lib/checkout/model';
import type { Context } from '../http/context';
import { call } from '../http/handler';
import type { OperationAnswer } from '../http/operation';
import { json, type Reply } from '../http/reply';
import { itemsForOrder, noteCheck } from '../ops';
import { fromRefused, problem } from '../problems/problem';
import type { ProblemCode } from '../problems/table';
import { opsAct, opsBook, opsCheckout, opsList, opsMark, opsNote } from '../schemas/ops';
import { checkoutParams } from '../schemas/requests';
import { opsCheckoutView, opsRowView } from '../view/ops';

const one: OperationAnswer = { description: 'The checkout with its history', schema: opsCheckout };
const acted = { answers: { 200: one }, problems: ['busy', 'wrong_state'] as ProblemCode[] };
const BOOKING_PROBLEMS: ProblemCode[] = [
  'changes_unaccepted',
  'details_missing',
  'option_unavailable',
  'data_invalid',
  'hold_expired',
  'hold_ending',
  'too_many_attempts',
];
const MOST = 500;

type Operating = Pick<Context, 'foyer'>;

/** GET /api/ops/checkouts */
export const listAttention = call(
  {
    id: 'listAttention',
    method: 'GET',
    path: '/api/ops/checkouts',
    summary: 'What needs a person, oldest first',
    access: 'operator',
    answers: { 200: { description: 'The list', schema: opsList } },
  },
  async ({ foyer }) => {
    const rows = await foyer.store.needingAttention(MOST);
    return json({ checkouts: rows.map((stored) => opsRowView(stored, foyer.now())) });
  },
);

/** GET /api/ops/checkouts/{id} */
export const readForOperator = call(
  {
    id: 'readForOperator',
    method: 'GET',
    path: '/api/ops/checkouts/{id}',
    summary: 'One checkout with its journal; details are masked',
    access: 'operator',
    params: checkoutParams,
    answers: { 200: one },
  },
  async ({ foyer, params }) => shown({ foyer }, params.id),
);

/** POST /api/ops/checkouts/{id}/check */
export const checkForOperator = call(
  {
    id: 'checkForOperator',
    method: 'POST',
    path: '/api/ops/checkouts/{id}/check',
    summary: 'Asks the supplier now',
    access: 'operator',
    params: checkoutParams,
    body: opsNote,
    ...acted,
  },
  async ({ foyer, params, body, operator }) => {
    if (!(await foyer.heart.read(params.id))) return problem('not_found');
    await noteCheck(foyer, params.id, body.by ?? operator, body.reason);
    return after({ foyer }, await foyer.heart.check(params.id));
  },
);

/** POST /api/ops/checkouts/{id}/timeout-callback */
export const timeoutCallback = order(
  'timeout-callback',
  'timeoutCallback',
  'Tells the supplier that nobody comes back',
);

/** POST /api/ops/checkouts/{id}/cancel */
export const cancelItems = order('cancel', 'cancelItems', 'Cancels items at the supplier');

/** POST /api/ops/checkouts/{id}/refund */
export const refundItems = order('refund', 'refundItems', 'Gives back what is owed, where the collector can');

/** POST /api/ops/checkouts/{id}/mark-refunded */
export const markRefunded = call(
  {
    id: 'markRefunded',
    method: 'POST',
    path: '/api/ops/checkouts/{id}/mark-refunded',
    summary: 'Notes that money went back by other means',
    access: 'operator',
    params: checkoutParams,
    body: opsMark,
    ...acted,
  },
  async ({ foyer, params, body, operator }) =>
    after({ foyer }, await foyer.heart.markRefunded(params.id, body.entry, body.by ?? operator, body.reason)),
);

/** POST /api/ops/checkouts/{id}/book */
export const bookForOperator = call(
  {
    id: 'bookForOperator',
    method: 'POST',
    path: '/api/ops/checkouts/{id}/book',
    summary: 'Books held tickets for money that the partner has received',
    access: 'operator',
    params: checkoutParams,
    body: opsBook,
    answers: { 200: one },
    problems: [...acted.problems, ...BOOKING_PROBLEMS],
  },
  async ({ foyer, params, body, operator }) => {
    const { option, reference, amount, currency, reason } = body;
    const booking = { option, received: { reference, amount, currency }, by: body.by ?? operator, reason };
    return after({ foyer }, await foyer.heart.bookFor(params.id, booking));
  },
);

function order(act: OperatorOrder['act'], id: string, summary: string) {
  return call(
    {
      id,
      method: 'POST',
      path: `/api/ops/checkouts/{id}/${act}`,
      summary,
      access: 'operator',
      params: checkoutParams,
      body: opsAct,
      ...acted,
    },
    async ({ foyer, params, body, operator }) => {
      const stored = await foyer.heart.read(params.id);
      if (!stored) return problem('not_found');
      const itemIds = itemsForOrder(stored.checkout, body.items);
      if (itemIds === null)
        return problem('invalid', { fields: [{ pointer: '/items', rule: 'unknown_item' }] });
      const by = body.by ?? operator;
      const told = { act, itemIds, by, reason: body.reason };
      return after({ foyer }, await foyer.heart.operate(params.id, told));
    },
  );
}

async function after(operating: Operating, outcome: Outcome): Promise<Reply> {
  return outcome.ok ? shown(operating, outcome.stored.checkout.id) : fromRefused(outcome.problem);
}

async function shown({ foyer }: Operating, id: string): Promise<Reply> {
  const stored = await foyer.heart.read(id);
  if (!stored) return problem('not_found');
  return json(opsCheckoutView(foyer, stored, await foyer.store.journal(id)));
}
