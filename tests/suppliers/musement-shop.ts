import type { Attempt, Checkout, HoldRequest, Input, Line } from '@/lib/checkout/model';
import { returnOf } from '@/lib/checkout/returns';
import type { HoldResult, PayContext, StepResult, Supplier } from '@/lib/checkout/supplier';
import { createHttp } from '@/lib/platform/http';
import { musement } from '@/lib/suppliers/musement';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { TestSandbox } from '../support/sandbox';

/** Times at which our clock is ahead of the real one; moves together with the sandbox's in tests that jump. */
export const clock = { offsetMs: 0, now: () => Date.now() + clock.offsetMs };

/** The uuid of one of the sandbox's activities, by its four digits. */
export const activity = (number: string) => `6d757365-${number}-4000-8000-00000000${number}`;

let tokens = 0;

/** A context as the heart makes it for each call, with a return token of its own. */
export function context(traceId = '0af7651916cd43dd8448eb211c80319c'): PayContext {
  tokens += 1;
  const returnToken = `token-${process.pid}-${Date.now().toString(36)}-${tokens}`;
  return {
    traceId,
    locale: 'en-GB',
    record: () => undefined,
    returnUrl: `http://localhost:3000/return/${returnToken}`,
    returnToken,
    client: { ip: '192.0.2.1', userAgent: 'Mozilla/5.0 (Test)', accept: 'text/html' },
  };
}

/** The supplier as the shop would make it from `.env.sandbox`, on this sandbox's ports. */
export function shop(sandbox: TestSandbox, overrides: Record<string, string | undefined> = {}): Supplier {
  const env = sandboxEnvAt(sandbox.running.ports.control, overrides);
  const deps = { http: createHttp({ now: clock.now }), now: clock.now };
  return musement.create(musement.config.parse(env), deps);
}

/** What a customer types, whatever is asked; what is not asked is dropped by the check, as in the shop. */
export const CUSTOMER = {
  customer: {
    firstName: 'Núria',
    lastName: "O'Connor",
    email: 'n@example.com',
    musement_newsletter: true,
  },
  items: {
    i1: {
      phone_number: '+44 20 8759 9036',
      hotel: 'Albergo del Sole',
      tickets: [
        {
          firstName: 'Aiko',
          lastName: 'Mori',
          date_of_birth: '1990-05-01',
          weight: 61,
          nationality: 'JP',
        },
      ],
    },
  },
};

/** What is chosen of an activity: how many of each kind of ticket, and which of its days. */
export interface Choice {
  /** Four digits, `0101`. */
  readonly event: string;
  readonly tickets?: readonly number[];
  /** Days that have room, counted from the first that is ten days away: by then everything comes back when it is cancelled. */
  readonly day?: number;
  readonly options?: Line['options'];
}

/** Lines as the shop's form makes them. */
export async function lineOf(supplier: Supplier, choice: Choice): Promise<Line> {
  const { event: number, tickets: wanted = [1], day = 0, options } = choice;
  const event = activity(number);
  const detail = await supplier.event(context(), event, 'en-GB');
  if (!detail.ok) throw new Error(`No activity ${number}: ${detail.code}`);
  const soon = new Date(clock.now() + 10 * 86_400_000).toISOString();
  const days = detail.value.performances.map(({ date }) => date).filter((date) => date > soon);
  const date = days[day] ?? '';
  const offers = await supplier.offers?.(context(), event, date);
  const offer = offers?.ok ? offers.value.offers[0] : undefined;
  if (!offer) throw new Error(`Nothing to be had of ${number} on ${date}`);
  const tickets = offer.ticketTypes.flatMap(({ type }, index) =>
    (wanted[index] ?? 0) > 0 ? [{ type, quantity: wanted[index] ?? 0 }] : [],
  );
  return { event, offer: offer.id, date, tickets, ...(options ? { options } : {}) };
}

export async function requestOf(supplier: Supplier, choices: readonly Choice[]) {
  const lines: Line[] = [];
  for (const choice of choices) lines.push(await lineOf(supplier, choice));
  return { kind: 'lines', lines, delivery: {} } satisfies HoldRequest;
}

/** A checkout as the heart would have it after a hold. */
export function checkoutOf(held: Extract<HoldResult, { kind: 'held' }>, request: HoldRequest): Checkout {
  return {
    id: 'c1',
    reference: 'FYR-TEST',
    supplier: 'musement',
    traceId: '0af7651916cd43dd8448eb211c80319c',
    locale: 'en-GB',
    createdAt: clock.now(),
    askedAt: clock.now(),
    request,
    memo: held.memo,
    expiresAt: held.expiresAt,
    items: held.items.map((item) => ({ ...item, status: 'held', vouchers: [] })),
    money: held.money,
    totals: held.totals,
    changes: held.changes,
    accepted: true,
    details: { schema: held.schema, values: CUSTOMER },
    attempts: [],
    refusals: [],
    intent: null,
    closing: null,
    closedAt: null,
    order: null,
    attention: null,
    told: {},
    marks: [],
  };
}

/** Chooses, holds and answers the checkout. */
export async function held(supplier: Supplier, choices: readonly Choice[]): Promise<Checkout> {
  const request = await requestOf(supplier, choices);
  const result = await supplier.hold(context(), request, null);
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`);
  return checkoutOf(result, request);
}

/** An attempt as the heart would have it after a step. */
export function attemptOf(option: string, result?: StepResult, more: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a1',
    option,
    status: 'open',
    step: result ? { ...result.step, id: 's1' } : null,
    steps: 1,
    memo: result?.memo ?? {},
    proof: null,
    refundTried: false,
    exposed: true,
    declines: 0,
    cleared: false,
    client: null,
    startedAt: clock.now(),
    touchedAt: clock.now(),
    ...more,
  };
}

/** The checkout after a step: notes of hold and attempt in their places. */
export function following(checkout: Checkout, option: string, result: StepResult) {
  const attempt = attemptOf(option, result);
  const memo = result.holdMemo ?? checkout.memo;
  return { checkout: { ...checkout, memo, attempts: [attempt] }, attempt, step: result.step, result };
}

/** Starts to pay. */
export async function started(supplier: Supplier, checkout: Checkout, option: string) {
  const result = await supplier.start(context(), checkout, attemptOf(option));
  return following(checkout, option, result);
}

/** What the page reports, or what comes back with a customer. */
export function inputOf(kind: Input['kind'], data: Input['data'], token = ''): Input {
  const stepId = kind === 'return' ? returnOf(token) : 's1';
  return { id: 'i1', checkoutId: 'c1', attemptId: 'a1', stepId, kind, data, at: clock.now() };
}
