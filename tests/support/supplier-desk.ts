import type { Attempt, Checkout, HoldRequest, Input } from '@/lib/checkout/model';
import { newAttempt, newCheckout } from '@/lib/checkout/new-checkout';
import { returnOf } from '@/lib/checkout/returns';
import type { HoldResult, PayContext, StepResult, Supplier } from '@/lib/checkout/supplier';
import { createHttp } from '@/lib/platform/http';
import type { ModuleDeps } from '@/lib/platform/modules';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { TestSandbox } from './sandbox';

/** A supplier's verbs called straight, without a heart: contexts, checkouts and attempts as the heart would hand them in. */

/** Times at which our clock is ahead of the real one; moves together with the sandbox's in tests that jump. */
export const clock = { offsetMs: 0, now: () => Date.now() + clock.offsetMs };

const NOBODY = { ip: null, userAgent: null, accept: null };
const TRACE = '0af7651916cd43dd8448eb211c80319c';
let tokens = 0;

/** A context as the heart makes it for each call, with a return token of its own. */
export function context(traceId = TRACE): PayContext {
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

interface Module<Config> {
  readonly config: { parse(env: unknown): Config };
  create(config: Config, deps: ModuleDeps): Supplier;
}

/** The supplier as the shop would make it from `.env.sandbox`, on this sandbox's ports. */
export function supplierAt<Config>(
  module: Module<Config>,
  sandbox: TestSandbox,
  overrides: Record<string, string | undefined> = {},
): Supplier {
  const env = sandboxEnvAt(sandbox.running.ports.control, overrides);
  // An HTTP client of its own, so that one test's outage opens no other test's circuit.
  const deps = { http: createHttp({ now: clock.now }), now: clock.now };
  return module.create(module.config.parse(env), deps);
}

/** A checkout as the heart would have it after a hold, with its customer's details. */
export function checkoutOf(
  supplier: string,
  held: Extract<HoldResult, { kind: 'held' }>,
  request: HoldRequest,
  values: Checkout['details']['values'],
): Checkout {
  const { memo, expiresAt, money, totals, changes, schema } = held;
  return {
    ...newCheckout({ id: 'c1', supplier, request, locale: 'en-GB' }, clock.now()),
    reference: 'FYR-TEST',
    traceId: TRACE,
    ...{ memo, expiresAt, money, totals, changes },
    items: held.items.map((item) => ({ ...item, status: 'held', vouchers: [] })),
    details: { schema, values },
  };
}

/** An attempt as the heart would have it after a step. */
export function attemptOf(option: string, result?: StepResult, more: Partial<Attempt> = {}): Attempt {
  return {
    ...newAttempt({ id: 'a1', option, client: NOBODY }, clock.now()),
    status: 'open',
    step: result ? { ...result.step, id: 's1' } : null,
    steps: 1,
    memo: result?.memo ?? {},
    exposed: true,
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
  const { holdMemo: memo = checkout.memo, expiresAt = checkout.expiresAt } = result;
  return {
    checkout: { ...checkout, memo, expiresAt, attempts: [attempt] },
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
  const result = await supplier.start(ctx, checkout, attemptOf(option, undefined, more));
  return { ...following(checkout, option, result, { ...more, returnToken: ctx.returnToken }), ctx };
}

/** What the page reports, or what comes back with a customer. */
export function inputOf(kind: Input['kind'], data: Input['data'], token = ''): Input {
  const stepId = kind === 'return' ? returnOf(token) : 's1';
  return { id: 'i1', checkoutId: 'c1', attemptId: 'a1', stepId, kind, data, at: clock.now() };
}
