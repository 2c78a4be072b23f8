import { assertNever } from '@/lib/checkout/errors';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { PayContext, StepResult } from '@/lib/checkout/supplier';
import type { AccountId } from './config';
import type { Mode } from './debitor';
import type { Desk } from './desk';
import { begin, type HoldMemo, isBegun, notes, readHold } from './memo';
import { purchase } from './purchase';
import { refuse } from './refuse';
import { moveHold } from './rehold';
import { tokenStep } from './tokens';

/** Ways to pay that a customer can choose. */
export type Way = Exclude<Mode, 'unsupported'>;

export const OPTIONS: Readonly<Record<Way, string>> = {
  credit: 'ingresso.credit',
  stripe: 'ingresso.stripe',
  redirect: 'ingresso.redirect',
};

/** Which of the partner's accounts takes money in this way; the hold's own where it does. */
export function accountFor({ config }: Desk, hold: HoldMemo, way: Way): AccountId | null {
  if (hold.mode === way) return hold.account;
  if (way === 'credit') return hold.account === 'main' ? null : 'main';
  return config.accounts[way] ? way : null;
}

/**
 * Begins to pay: a card form for Stripe's tokens, or the purchase that leads to a payment page. A transaction is bought
 * by the account that reserved it, and once; for another account or another try the seats are held anew first.
 */
export async function start(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  attempt: Attempt,
): Promise<StepResult> {
  const way = wayOf(attempt.option);
  return way === null ? refuse('payment_method_unavailable', true) : payBy(desk, ctx, checkout, way);
}

/** Books on credit: the server has the proof that the partner has the money, or nothing is due. */
export function book(desk: Desk, ctx: PayContext, checkout: Checkout): Promise<StepResult> {
  return payBy(desk, ctx, checkout, 'credit');
}

async function payBy(desk: Desk, ctx: PayContext, checkout: Checkout, way: Way): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return refuse('hold_expired', false);
  const account = accountFor(desk, hold, way);
  if (!account) return refuse('payment_method_unavailable', true);
  if (account === hold.account && hold.mode === way && !isBegun(checkout, hold.uuid)) {
    return begun(desk, ctx, checkout, hold, way);
  }
  const moved = await moveHold(desk, ctx, checkout, hold, account);
  if (!moved.ok) return moved.result;
  const { hold: fresh, memo } = moved;
  // The account does not take money in the way that configuration says.
  if (fresh.mode !== way) return { ...refuse('supplier_misconfigured', true), holdMemo: memo };
  return { ...(await begun(desk, ctx, { ...checkout, memo }, fresh, way)), holdMemo: memo };
}

async function begun(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  way: Way,
): Promise<StepResult> {
  switch (way) {
    case 'credit':
    case 'redirect':
      return purchase(desk, ctx, checkout, hold);
    case 'stripe': {
      const step = tokenStep(desk, checkout, hold);
      return step ? { step, memo: notes(begin(hold, 'tokens')) } : refuse('supplier_misconfigured', true);
    }
    default:
      return assertNever(way);
  }
}

function wayOf(option: string): Way | null {
  const ways: readonly Way[] = ['credit', 'stripe', 'redirect'];
  return ways.find((way) => OPTIONS[way] === option) ?? null;
}
