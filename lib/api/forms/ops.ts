import 'server-only';
import type { Outcome } from '@/lib/checkout/heart';
import type { OperatorOrder } from '@/lib/checkout/model';
import { NO_OPERATOR, operatorCookie } from '../access/operator';
import { spend } from '../limits';
import { itemsForOrder, noteCheck } from '../ops';
import { fromRefused, type Problem, problem } from '../problems/problem';
import { opsBook } from '../schemas/ops';
import { form } from './form';

/** POST /ops/login: the key, and the name that acts are noted under. Ten tries an hour. */
export const opsLoginForm = form(
  { path: '/ops/login', access: 'anyone', home: () => '/ops' },
  async ({ foyer, fields, counted, setCookie }) => {
    const limited = await spend(foyer, 'logins', counted);
    if (limited) return limited;
    const cookie = await operatorCookie(foyer, fields.get('key') ?? '', fields.get('name') ?? '');
    if (cookie === null) return problem('key_required');
    setCookie(cookie);
    return '/ops';
  },
);

/** POST /ops/logout */
export const opsLogoutForm = form(
  { path: '/ops/logout', access: 'operator', home: () => '/ops' },
  async ({ setCookie }) => {
    setCookie(NO_OPERATOR);
    return '/ops';
  },
);

/** POST /ops/{id}/check */
export const opsCheckForm = form(at('check'), async ({ foyer, params, fields, operator }) => {
  const [id, reason] = [params.id ?? '', reasonOf(fields)];
  if (!reason) return problem('invalid');
  const stored = await foyer.heart.read(id);
  if (!stored) return problem('not_found');
  await noteCheck(foyer, id, operator, reason);
  return back(await foyer.heart.check(id), id);
});

/** POST /ops/{id}/cancel */
export const opsCancelForm = orderForm('cancel');

/** POST /ops/{id}/refund */
export const opsRefundForm = orderForm('refund');

/** POST /ops/{id}/timeout-callback */
export const opsTimeoutForm = orderForm('timeout-callback');

function orderForm(act: OperatorOrder['act']) {
  return form(at(act), async ({ foyer, params, pairs, fields, operator }) => {
    const [id, reason] = [params.id ?? '', reasonOf(fields)];
    if (!reason) return problem('invalid');
    const stored = await foyer.heart.read(id);
    if (!stored) return problem('not_found');
    const named = pairs.filter(([name]) => name === 'items').map(([, value]) => value);
    const itemIds = itemsForOrder(stored.checkout, named);
    if (itemIds === null) return problem('invalid');
    return back(await foyer.heart.operate(id, { act, itemIds, by: operator, reason }), id);
  });
}

/** POST /ops/{id}/mark-refunded */
export const opsMarkForm = form(at('mark-refunded'), async ({ foyer, params, fields, operator }) => {
  const [id, reason] = [params.id ?? '', reasonOf(fields)];
  if (!reason) return problem('invalid');
  return back(await foyer.heart.markRefunded(id, fields.get('entry') ?? '', operator, reason), id);
});

/** POST /ops/{id}/book: the amount is the one that the page showed, so that another price is not booked unseen. */
export const opsBookForm = form(at('book'), async ({ foyer, params, fields, operator }) => {
  const [id, reason] = [params.id ?? '', reasonOf(fields)];
  const told = opsBook.safeParse({
    ...Object.fromEntries(fields),
    amount: Number(fields.get('amount') || Number.NaN),
    reason,
  });
  if (!reason || !told.success) return problem('invalid');
  const { option, reference, amount, currency } = told.data;
  const booking = { option, received: { reference, amount, currency }, by: operator, reason };
  return back(await foyer.heart.bookFor(id, booking), id);
});

function at(act: string) {
  return {
    path: `/ops/{id}/${act}`,
    access: 'operator' as const,
    home: ({ id = '' }: Readonly<Record<string, string>>) => `/ops/${encodeURIComponent(id)}`,
  };
}

function reasonOf(fields: ReadonlyMap<string, string>): string | null {
  const reason = (fields.get('reason') ?? '').trim().slice(0, 500);
  return reason.length < 3 ? null : reason;
}

function back(outcome: Outcome, id: string): string | Problem {
  return outcome.ok ? `/ops/${id}` : fromRefused(outcome.problem);
}
