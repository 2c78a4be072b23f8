import { z } from 'zod';
import type { PaymentMethod } from '@/lib/checkout/method';
import type { Attempt, Checkout, Input } from '@/lib/checkout/model';
import type { MoneyEntry, Step } from '@/lib/checkout/step';
import type { PayContext, StepResult, Supplier } from '@/lib/checkout/supplier';
import type { SimChains } from './sim-chain';
import { lostAsNull, simSupplier } from './sim-supplier';
import type { SimWorld } from './sim-world';

/** How long after the hold's end a payment page may stay open before it is closed from here. */
const LEFT_ALONE_MS = 10 * 60_000;

const returned = z.object({ outcome: z.enum(['yes', 'no']).optional() });
const tokens = z.object({ token: z.string() });

/**
 * A supplier that is paid by redirect chains or by card tokens, both through `advance`, and repeats nothing that acts:
 * what was lost is looked for.
 */
export function chainSupplier(world: SimWorld, chains: SimChains): Supplier {
  const base = simSupplier(world);
  const idOf = (checkout: Checkout) => String(checkout.memo.hold);
  const doubt = (): StepResult => ({ step: { kind: 'unknown', since: world.clock.now() } });

  const standing = (checkout: Checkout, attempt: Attempt | null): StepResult => {
    const id = idOf(checkout);
    const hold = world.holdOf(id);
    if (hold?.status === 'booked' || (hold?.status === 'failed' && world.captured(id) > 0))
      return settled(world, id, hold.status === 'booked');
    if (hold?.status === 'failed') return declined('card_declined', false);
    if (hold?.status !== 'held' && hold?.status !== 'attempting') return declined('hold_expired', false);
    const token = chains.waitsFor(id);
    if (token !== null) return waiting(checkout, hold.expiresAt, token);
    if (attempt?.status === 'open' && attempt.step?.kind === 'pay') {
      const { id: _, ...step } = attempt.step;
      return { step };
    }
    return declined('supplier_unavailable', true);
  };

  const waiting = (checkout: Checkout, expiresAt: number, token: string): StepResult => {
    const left = checkout.closing !== null || world.clock.now() > expiresAt + LEFT_ALONE_MS;
    const step: Step = left
      ? { kind: 'wait', retryAfterMs: 1000, why: 'abandoned', again: 'advance' }
      : redirect(chains.bank, token);
    return { step, memo: { token } };
  };

  const advance = (
    ctx: PayContext,
    checkout: Checkout,
    attempt: Attempt,
    input: Input | null,
  ): StepResult => {
    const id = idOf(checkout);
    const hold = world.holdOf(id);
    if (!hold) return declined('hold_expired', false);
    if (attempt.option === 'sim.token') {
      if (!input) return standing(checkout, attempt);
      const answer = chains.charge(hold, id, tokens.parse(input.data).token);
      if (answer === 'bad_data') return declined('details_rejected', true);
      return standing(checkout, attempt);
    }
    const outcome = input ? (returned.parse(input.data).outcome ?? 'no') : 'timeout';
    const answer = chains.callback(id, String(attempt.memo.token), ctx.returnToken, outcome);
    if (answer !== 'callout') return standing(checkout, attempt);
    return { step: redirect(chains.bank, ctx.returnToken), memo: { token: ctx.returnToken } };
  };

  return {
    ...base,
    options: [
      { id: 'sim.hops', label: 'hops', collects: 'supplier', method: 'redirect' },
      { id: 'sim.token', label: 'token', collects: 'supplier', method: 'sim-token' },
      { id: 'sim.credit', label: 'credit', collects: 'partner' },
    ],
    lost: {
      hold: 'give_up',
      start: 'check',
      advance: 'check',
      book: 'check',
      release: 'repeat',
      cancel: 'check',
    },
    start: async (ctx, checkout, attempt) => {
      if (attempt.option === 'sim.token') return { step: { kind: 'pay', method: 'sim-token', params: {} } };
      const id = idOf(checkout);
      const answer = await lostAsNull(
        world.call(checkout.id, 'start', true, () => {
          const hold = world.holdOf(id);
          return hold ? chains.purchase(hold, id, ctx.returnToken) : false;
        }),
      );
      if (answer === null) return doubt();
      if (!answer) return standing(checkout, attempt);
      return { step: redirect(chains.bank, ctx.returnToken), memo: { token: ctx.returnToken } };
    },
    advance: async (ctx, checkout, attempt, input) => {
      const answer = await lostAsNull(
        world.call(checkout.id, 'advance', true, () => advance(ctx, checkout, attempt, input)),
      );
      return answer ?? doubt();
    },
    check: async (_ctx, checkout, attempt) => {
      if (attempt?.option.startsWith('sim.credit')) return base.check(_ctx, checkout, attempt);
      const answer = await lostAsNull(
        world.call(checkout.id, 'check', false, () => standing(checkout, attempt)),
      );
      return answer ?? doubt();
    },
  };
}

/** Its component gives a token and no word on how it ended. */
export const tokenMethod: PaymentMethod = {
  id: 'sim-token',
  label: 'token',
  params: z.object({}),
  data: tokens,
  csp: {},
  hint: () => ({ kind: 'data' }),
  evidence: () => ({ given: true }),
};

function redirect(url: string, returnToken: string): Extract<Step, { kind: 'redirect' }> {
  return { kind: 'redirect', url, httpMethod: 'POST', fields: [], returnToken };
}

function declined(
  code: 'card_declined' | 'hold_expired' | 'supplier_unavailable' | 'details_rejected',
  holdKept: boolean,
): StepResult {
  return { step: { kind: 'declined', code, holdKept } };
}

/** Money that could not buy a ticket has gone back by the time that anybody asks. */
function settled(world: SimWorld, id: string, booked: boolean): StepResult {
  const captured = world.captured(id);
  const entry: MoneyEntry = {
    key: 'basket',
    itemIds: ['a'],
    collectedBy: 'supplier',
    currency: 'GBP',
    exponent: 2,
    due: world.holds.get(id)?.price ?? 0,
    authorised: 0,
    captured,
    refunded: booked ? 0 : captured,
    refundDue: 0,
  };
  return {
    step: {
      kind: 'settled',
      items: [
        booked
          ? { itemId: 'a', status: 'booked', reference: `R-${id}` }
          : { itemId: 'a', status: 'failed', code: 'booking_failed' },
      ],
      money: captured > 0 ? [entry] : [],
    },
  };
}
