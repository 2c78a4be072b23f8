import { z } from 'zod';
import type { Collection, Collector } from '@/lib/checkout/collector';
import type { PaymentMethod } from '@/lib/checkout/method';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { MoneyEntry, Step } from '@/lib/checkout/step';
import type { StepResult, Supplier } from '@/lib/checkout/supplier';
import { SimLost, type SimPayment, type SimWorld } from './sim-world';

const GBP = { currency: 'GBP', exponent: 2 } as const;

/** The world's supplier behind the contract: a card option whose bank books by webhook, and one for partners. */
export function simSupplier(world: SimWorld): Supplier {
  const ok = <T>(value: T) => ({ ok: true as const, value });
  const holdId = (checkout: Checkout) => String(checkout.memo.hold);
  return {
    id: 'sim',
    name: 'Simulated',
    options: [
      { id: 'sim.card', label: 'card', collects: 'supplier', method: 'sim-card' },
      { id: 'sim.credit', label: 'credit', collects: 'partner' },
    ],
    lost: {
      hold: 'give_up',
      start: 'repeat',
      advance: 'check',
      book: 'check',
      release: 'repeat',
      cancel: 'check',
    },
    origins: { images: [], frames: [] },
    events: async () => ok({ events: [], page: 1, pages: 1, total: 0 }),
    event: async () => ({ ok: false, code: 'not_found' }),
    quote: async () => ok({ items: [], totals: [], discarded: [], delivery: [], expiresAt: null }),
    hold: async (_ctx, _request, previous) => {
      const id = `h${world.holds.size + 1}`;
      const hold = await lostAsNull(world.call(previous?.id ?? id, 'hold', true, () => world.hold(id)));
      if (!hold) return { kind: 'unknown' };
      const price = { amount: hold.price, ...GBP };
      return {
        kind: 'held',
        memo: { hold: id },
        items: [{ id: 'a', title: 'A seat', tickets: [], price, fee: { amount: 0, ...GBP }, notices: [] }],
        totals: [{ ...GBP, items: hold.price, fees: 0, delivery: 0, discount: 0, due: hold.price }],
        money: [entryOf(world, id, hold.price)],
        changes: [],
        schema: { type: 'object' },
        expiresAt: hold.expiresAt,
      };
    },
    release: async (_ctx, checkout) => {
      const answer = await lostAsNull(
        world.call(checkout.id, 'release', true, () => world.release(holdId(checkout))),
      );
      return { kind: answer ?? 'unknown' };
    },
    start: async (_ctx, checkout) => {
      const payment = await lostAsNull(
        world.call(checkout.id, 'start', true, () => intent(world, holdId(checkout))),
      );
      return payment ? payStep(payment) : { step: { kind: 'unknown', since: world.clock.now() } };
    },
    book: async (_ctx, checkout) => {
      if (world.refuseDetails)
        return { step: { kind: 'declined', code: 'details_rejected', holdKept: true, rejected: [] } };
      const answer = await lostAsNull(
        world.call(checkout.id, 'book', true, () => world.book(holdId(checkout))),
      );
      if (!answer) return { step: { kind: 'unknown', since: world.clock.now() } };
      return settled(world, checkout);
    },
    check: async (_ctx, checkout, attempt) => {
      const step = await lostAsNull(
        world.call(checkout.id, 'check', false, () => standing(world, checkout, attempt)),
      );
      return step ?? { step: { kind: 'unknown', since: world.clock.now() } };
    },
  };
}

/** One intent a hold: asking again answers the same, as the real ones do. */
function intent(world: SimWorld, hold: string): SimPayment {
  const open = [...world.payments.values()].find((payment) => payment.hold === hold && !payment.collector);
  if (open) return open;
  const amount = world.holds.get(hold)?.price ?? 0;
  const made: SimPayment = {
    id: `pi${world.payments.size + 1}`,
    hold,
    amount,
    status: 'open',
    refunded: 0,
    collector: false,
    handed: false,
  };
  world.payments.set(made.id, made);
  return made;
}

function payStep(payment: SimPayment): StepResult {
  return { step: { kind: 'pay', method: 'sim-card', params: { intent: payment.id } } };
}

function standing(world: SimWorld, checkout: Checkout, attempt: Attempt | null): StepResult {
  const hold = world.holdOf(String(checkout.memo.hold));
  if (hold?.status === 'booked' || hold?.status === 'failed') return settled(world, checkout);
  if (attempt?.option.startsWith('sim.credit')) {
    return { step: { kind: 'declined', code: 'supplier_unavailable', holdKept: hold?.status === 'held' } };
  }
  const open = [...world.payments.values()].find(
    ({ hold: id, collector }) => !collector && id === String(checkout.memo.hold),
  );
  // An attempt that was never handed out is not handed out by looking at it.
  if (open && attempt && attempt.status !== 'starting' && attempt.exposed) return payStep(open);
  return { step: { kind: 'wait', retryAfterMs: 1000, why: 'starting' } };
}

function settled(world: SimWorld, checkout: Checkout): StepResult {
  const id = String(checkout.memo.hold);
  const hold = world.holds.get(id);
  const booked = hold?.status === 'booked';
  const partner = world.captured(id) === 0;
  const step: Step = {
    kind: 'settled',
    items: [
      booked
        ? { itemId: 'a', status: 'booked', reference: `R-${id}` }
        : { itemId: 'a', status: 'failed', code: 'booking_failed' },
    ],
    money: partner ? [] : [entryOf(world, id, hold?.price ?? 0)],
  };
  return { step };
}

/** The supplier's word on its money: what was taken for tickets that are not there is owed back. */
function entryOf(world: SimWorld, id: string, due: number): MoneyEntry {
  const captured = world.captured(id);
  const failed = world.holds.get(id)?.status === 'failed';
  return {
    key: 'basket',
    itemIds: ['a'],
    collectedBy: 'supplier',
    ...GBP,
    due,
    authorised: 0,
    captured,
    refunded: 0,
    refundDue: failed ? captured : 0,
  };
}

/** The bank's component and its word, as a method. */
export function simMethod(world: SimWorld): PaymentMethod {
  return {
    id: 'sim-card',
    label: 'card',
    params: z.object({ intent: z.string() }),
    data: z.object({ outcome: z.enum(['paid', 'declined']) }),
    csp: {},
    hint: (data) =>
      (data as { outcome?: string } | null)?.outcome === 'paid'
        ? { kind: 'paid' }
        : { kind: 'declined', code: 'card_declined' },
    evidence: (data) => data,
    look: async (_ctx, params) => {
      const payment = world.payments.get((params as { intent: string }).intent);
      const status = await lostAsNull(world.call('look', 'look', false, () => payment?.status));
      if (!payment || !status) return { money: 'unknown' };
      if (status === 'captured')
        return { money: 'captured', amount: payment.amount, currency: 'GBP', reference: payment.id };
      return status === 'cancelled' ? { money: 'closed' } : { money: 'none' };
    },
  };
}

/** A collector that can pay, fail, be late and give back. */
export function simCollector(world: SimWorld, refunds: boolean): Collector {
  const word = (attempt: Attempt, checkout: Checkout): Collection => {
    const payment = [...world.payments.values()].find(
      (candidate) => candidate.collector && candidate.hold === attempt.id,
    );
    const ask = {
      kind: 'redirect' as const,
      url: 'https://pay.example/',
      httpMethod: 'GET' as const,
      fields: [],
    };
    if (!payment) return { kind: 'declined', code: 'payment_cancelled' };
    if (payment.status === 'declined') return { kind: 'declined', code: 'card_declined' };
    if (payment.status !== 'captured') return { kind: 'ask', step: ask };
    const currency = checkout.totals[0]?.currency ?? 'GBP';
    return {
      kind: 'paid',
      proof: { collector: 'till', reference: payment.id, amount: payment.amount, currency },
    };
  };
  return {
    id: 'till',
    label: 'till',
    accepts: () => ({ available: true }),
    collect: async (_ctx, checkout, attempt) => {
      const amount = checkout.totals[0]?.due ?? 0;
      const made = {
        id: `c-${attempt.id}`,
        hold: attempt.id,
        amount,
        status: 'open' as const,
        refunded: 0,
        collector: true,
        handed: false,
      };
      const done = await lostAsNull(
        world.call(checkout.id, 'collect', true, () => Boolean(world.payments.set(made.id, made))),
      );
      return done ? word(attempt, checkout) : { kind: 'unknown' };
    },
    check: async (_ctx, checkout, attempt) => {
      const known = await lostAsNull(world.call(checkout.id, 'collector-check', false, () => true));
      return known ? word(attempt, checkout) : { kind: 'unknown' };
    },
    refund: refunds
      ? async (_ctx, proof, amount) => {
          const payment = world.payments.get(proof.reference);
          if (!payment || payment.refunded + amount > payment.amount) return 'refused';
          payment.refunded += amount;
          return 'refunded';
        }
      : undefined,
  };
}

/**
 * What a checkout shows as it is stored is in the customer's hands from then on. An answer that a process took with it
 * when it died never reached anybody: nobody can pay by a secret that was never shown.
 */
export function handOut(world: SimWorld, { attempts }: Checkout): void {
  for (const { id, step } of attempts) {
    const intent = step?.kind === 'pay' ? shown.safeParse(step.params).data?.intent : undefined;
    const payment = world.payments.get(intent ?? (step?.kind === 'redirect' ? `c-${id}` : ''));
    if (payment) payment.handed = true;
    const link = step?.kind === 'redirect' ? world.links.get(id) : undefined;
    if (link) link.handed = true;
  }
}

const shown = z.object({ intent: z.string() });

/** A supplier's client turns lost answers into values; other faults pass, as a bug would. */
export async function lostAsNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof SimLost) return null;
    throw cause;
  }
}
