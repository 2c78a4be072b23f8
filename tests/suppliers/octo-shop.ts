import type { Attempt, Checkout, HoldRequest, Input, Line } from '@/lib/checkout/model';
import { returnOf } from '@/lib/checkout/returns';
import type { HoldResult, PayContext, StepResult, Supplier } from '@/lib/checkout/supplier';
import { createHttp } from '@/lib/platform/http';
import { octo } from '@/lib/suppliers/octo';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { TestSandbox } from '../support/sandbox';

/** Times at which our clock is ahead of the real one; moves together with the sandbox's in tests that jump. */
export const clock = { offsetMs: 0, now: () => Date.now() + clock.offsetMs };

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
  return octo.create(octo.config.parse(env), deps);
}

/** What a customer types, whatever is asked. */
export const CUSTOMER = {
  customer: {
    firstName: 'Núria',
    lastName: "O'Connor",
    email: 'n@example.com',
    phone: '+44 (0)20 8759-9036',
    country: 'GB',
  },
  items: { i1: { tickets: [{ firstName: 'Aiko', lastName: 'Mori' }] } },
};

/** What is chosen of a product: how many of each unit by the end of its id (`adult`), and which of its days. */
export interface Choice {
  readonly product: string;
  readonly units?: Readonly<Record<string, number>>;
  /** Days that have room, counted from the first that is a week away. */
  readonly day?: number;
  /** The option's title; else the first that has room. */
  readonly option?: string;
}

/** Lines as the shop's form makes them. */
export async function lineOf(supplier: Supplier, { product, units, day = 0, option }: Choice): Promise<Line> {
  const detail = await supplier.event(context(), product, 'en-GB');
  if (!detail.ok) throw new Error(`No product ${product}: ${detail.code}`);
  const soon = new Date(clock.now() + 7 * 86_400_000).toISOString();
  const days = detail.value.performances.map(({ date }) => date).filter((date) => date > soon);
  const dates = detail.value.performances.length === 0 ? [null] : days.slice(day, day + 20);
  for (const date of dates) {
    const offers = await supplier.offers?.(context(), product, date);
    if (!offers?.ok) throw new Error(`No offers of ${product}: ${JSON.stringify(offers)}`);
    const wanted = Object.values(units ?? {}).reduce((sum, count) => sum + count, 0);
    const offer = offers.value.offers.find(
      ({ title, quantities }) =>
        (!option || title === option) && (wanted === 0 || (quantities ?? []).includes(wanted)),
    );
    const [first] = offer?.ticketTypes ?? [];
    if (!offer || !first) continue;
    const rows = Object.entries(units ?? { [first.type]: offer.quantities?.[0] ?? 1 });
    const tickets = rows.map(([type, quantity]) => ({
      type: offer.ticketTypes.find((one) => one.type.endsWith(type))?.type ?? type,
      quantity,
    }));
    return { event: product, offer: offer.id, tickets };
  }
  throw new Error(`Nothing to be had of ${product}`);
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
    supplier: 'octo',
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

let holds = 0;

/** Chooses, holds and answers the checkout. */
export async function held(supplier: Supplier, choices: readonly Choice[]): Promise<Checkout> {
  holds += 1;
  const request = await requestOf(supplier, choices);
  const result = await supplier.hold(context(`${process.pid}-${clock.now()}-${holds}`), request, null);
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
export function following(
  checkout: Checkout,
  option: string,
  result: StepResult,
  more: Partial<Attempt> = {},
) {
  const attempt = attemptOf(option, result, more);
  return {
    checkout: { ...checkout, attempts: [attempt], expiresAt: result.expiresAt ?? checkout.expiresAt },
    attempt,
    step: result.step,
    result,
  };
}

/** Starts to pay. */
export async function started(
  supplier: Supplier,
  checkout: Checkout,
  option: string,
  more: Partial<Attempt> = {},
) {
  const ctx = context();
  const attempt = attemptOf(option, undefined, more);
  const result = await supplier.start(ctx, checkout, attempt);
  return { ...following(checkout, option, result, { ...more, returnToken: ctx.returnToken }), ctx };
}

/** What the page reports, or what comes back with a customer. */
export function inputOf(kind: Input['kind'], data: Input['data'], token = ''): Input {
  const stepId = kind === 'return' ? returnOf(token) : 's1';
  return { id: 'i1', checkoutId: 'c1', attemptId: 'a1', stepId, kind, data, at: clock.now() };
}
