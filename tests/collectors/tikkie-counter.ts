import type { Attempt, Checkout } from '@/lib/checkout/model';
import { newAttempt, newCheckout } from '@/lib/checkout/new-checkout';
import type { CallRecord } from '@/lib/checkout/supplier';
import { apiOf, tikkie } from '@/lib/collectors/tikkie';
import { config, type TikkieConfig } from '@/lib/collectors/tikkie/config';
import { createHttp } from '@/lib/platform/http';
import type { ModuleDeps } from '@/lib/platform/modules';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { TestSandbox } from '../support/sandbox';

const NOBODY = { ip: null, userAgent: null, accept: null };

/** The collector on a sandbox, in either version, with time in the test's hand. */
export function counter(sandbox: TestSandbox, version: 1 | 2) {
  const env = sandboxEnvAt(sandbox.running.ports.control, { TIKKIE_VERSION: String(version) });
  const settings = config.parse(env) as TikkieConfig;
  const now = () => sandbox.running.world.clock.now();
  const http = createHttp({ now, breaker: { after: 100, restMs: 1 }, random: () => 0 });
  const deps: ModuleDeps = {
    now,
    http: (options) => {
      const patient = http(options);
      return { call: (ctx, call) => patient.call(ctx, { ...call, deadlineMs: 1500 }) };
    },
  };
  const calls: CallRecord[] = [];
  const ctx = {
    traceId: '0'.repeat(32),
    locale: 'en',
    record: (call: CallRecord) => calls.push(call),
    returnUrl: '',
    returnToken: '',
    client: NOBODY,
  };
  return {
    collector: tikkie.create(settings, deps),
    api: apiOf(settings, deps),
    ctx,
    calls,
    now,
    settings,
    deps,
  };
}

/** An order of 25 euros, and an attempt to pay it that begins now. */
export function order(now: number, attemptId = 'a1'): { checkout: Checkout; attempt: Attempt } {
  const ask = { id: 'c', supplier: 's', request: { kind: 'basket', basket: {} }, locale: 'en' } as const;
  const total = { currency: 'EUR', exponent: 2, items: 2500, fees: 0, delivery: 0, discount: 0, due: 2500 };
  const attempt = newAttempt({ id: attemptId, option: 's.credit:tikkie', client: NOBODY }, now);
  return { checkout: { ...newCheckout(ask, now), totals: [total] }, attempt };
}
