import type { Offer } from '@/lib/checkout/catalogue';
import type { JsonObject } from '@/lib/checkout/json';
import type { Attempt, Checkout, HoldRequest, Input, Line } from '@/lib/checkout/model';
import { returnOf } from '@/lib/checkout/returns';
import type { HoldResult, PayContext, StepResult, Supplier } from '@/lib/checkout/supplier';
import { createHttp } from '@/lib/platform/http';
import { ingresso } from '@/lib/suppliers/ingresso';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { TestSandbox } from '../support/sandbox';

/** Times at which our clock is ahead of the real one; moves together with the sandbox's in tests that jump. */
export const clock = { offsetMs: 0, now: () => Date.now() + clock.offsetMs };

let tokens = 0;

/** A context as the heart makes it for each call, with a return token of its own. */
export function context(): PayContext {
  tokens += 1;
  const returnToken = `token-${process.pid}-${Date.now().toString(36)}-${tokens}`;
  return {
    traceId: '0af7651916cd43dd8448eb211c80319c',
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
  return ingresso.create(ingresso.config.parse(env), deps);
}

/** What a customer types. */
export const CUSTOMER = {
  customer: {
    firstName: 'Núria',
    lastName: "O'Connor",
    email: 'n@example.com',
    phone: '+44 20 8759-9036',
    supplierMayWrite: false,
  },
};

/** What is chosen: an event, perhaps a day, kinds of tickets by their place in the offer, seats. */
export interface Choice {
  readonly event: string;
  /** 0 is Sunday; else the first date. */
  readonly weekday?: number;
  readonly time?: string;
  /** The offer's title; else the first that fits. */
  readonly band?: string;
  readonly quantity?: number;
  readonly tickets?: Line['tickets'];
  readonly seats?: readonly string[];
}

/** Dates of an event that fit, `YYYY-MM-DDTHH:MM`; null for events without dates. */
async function datesOf(
  supplier: Supplier,
  { event, weekday, time }: Choice,
): Promise<readonly (string | null)[]> {
  const detail = await supplier.event(context(), event, 'en-GB');
  if (!detail.ok) throw new Error(`No event ${event}: ${detail.code}`);
  const dates = detail.value.performances.map(({ date }) => date);
  if (dates.length === 0) return [null];
  // Some days on: posting tickets ends in the last week.
  const from = new Date(clock.now() + 9 * 86_400_000).toISOString();
  return dates.filter((date) => {
    const day = new Date(`${date}:00Z`).getUTCDay();
    return date > from && (weekday === undefined || day === weekday) && (!time || date.endsWith(time));
  });
}

/** Lines as the shop's form makes them, for the first date that has such tickets. */
export async function lineOf(supplier: Supplier, choice: Choice): Promise<Line> {
  for (const date of (await datesOf(supplier, choice)).slice(0, 20)) {
    const offers = await supplier.offers?.(context(), choice.event, date);
    if (!offers?.ok) throw new Error(`No offers of ${choice.event}: ${JSON.stringify(offers)}`);
    const offer = offers.value.offers.find((one) => fits(one, choice));
    const [type] = offer?.ticketTypes ?? [];
    if (!offer || !type) continue;
    const quantity = choice.seats?.length ?? choice.quantity ?? offer.quantities?.[0] ?? 1;
    const tickets = choice.tickets ?? [{ type: type.type, quantity }];
    return {
      event: choice.event,
      offer: offer.id,
      tickets,
      ...(choice.seats ? { seats: choice.seats } : {}),
    };
  }
  throw new Error(`Nothing to be had of ${choice.event}`);
}

/** The band that was asked for, and where seats are chosen the one that has them. */
function fits({ title, seats }: Offer, choice: Choice): boolean {
  const free = new Set(seats?.map(({ id }) => id));
  return (!choice.band || title === choice.band) && (choice.seats ?? []).every((seat) => free.has(seat));
}

export async function requestOf(
  supplier: Supplier,
  choices: readonly Choice[],
  delivery: Record<string, string> = {},
): Promise<Extract<HoldRequest, { kind: 'lines' }>> {
  const lines: Line[] = [];
  for (const choice of choices) lines.push(await lineOf(supplier, choice));
  return { kind: 'lines', lines, delivery };
}

/** A checkout as the heart would have it after a hold. */
export function checkoutOf(held: Extract<HoldResult, { kind: 'held' }>, request: HoldRequest): Checkout {
  return {
    id: 'c1',
    reference: 'FYR-TEST',
    supplier: 'ingresso',
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
export async function held(
  supplier: Supplier,
  choices: readonly Choice[],
  delivery?: Record<string, string>,
): Promise<Checkout> {
  const request = await requestOf(supplier, choices, delivery);
  const result = await supplier.hold(context(), request, null);
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`);
  return checkoutOf(result, request);
}

/** An attempt as the heart would have it after a step. */
export function attemptOf(option: string, result?: StepResult, returnToken?: string): Attempt {
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
    returnToken,
    startedAt: clock.now(),
    touchedAt: clock.now(),
  };
}

/** The checkout after a step: notes of hold and attempt in their places. */
export function following(checkout: Checkout, option: string, result: StepResult, returnToken?: string) {
  const attempt = attemptOf(option, result, returnToken);
  const memo: JsonObject = result.holdMemo ?? checkout.memo;
  return { checkout: { ...checkout, memo, attempts: [attempt] }, attempt, step: result.step };
}

/** Starts to pay. */
export async function started(supplier: Supplier, checkout: Checkout, option: string) {
  const ctx = context();
  return following(checkout, option, await supplier.start(ctx, checkout, attemptOf(option)), ctx.returnToken);
}

/** What the page reports, or what comes back with a customer. */
export function inputOf(kind: Input['kind'], data: Input['data'], token = ''): Input {
  const stepId = kind === 'return' ? returnOf(token) : 's1';
  return { id: 'i1', checkoutId: 'c1', attemptId: 'a1', stepId, kind, data, at: clock.now() };
}
