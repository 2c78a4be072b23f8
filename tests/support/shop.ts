import { randomBytes } from 'node:crypto';
import { createHeart } from '@/lib/checkout/create-heart';
import type { HeartDeps } from '@/lib/checkout/settle/deps';
import type { CheckoutStore } from '@/lib/checkout/store';
import { collectors } from '@/lib/collectors';
import { methods } from '@/lib/payments';
import { createHttp } from '@/lib/platform/http';
import type { HttpCall } from '@/lib/platform/http/types';
import type { ModuleDeps } from '@/lib/platform/modules';
import { leadsTo } from '@/lib/platform/security/redirects';
import { suppliers } from '@/lib/suppliers';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import type { JumpClock } from './jump-clock';

/**
 * How long a test's shop waits for an answer that a fault holds back. In life it is 15 seconds; where nothing is held back
 * it is {@link PATIENT_MS}, so that a busy machine is not taken for a broken connection.
 */
export const ANSWER_MS = 700;
export const PATIENT_MS = 10_000;

export interface ShopOptions {
  /** The sandbox's control port; the others follow from it. */
  readonly basePort: number;
  readonly store: CheckoutStore;
  readonly clock: JumpClock;
  readonly owner: string;
  readonly checkpoint?: HeartDeps['checkpoint'];
  /** Over `.env.sandbox`, such as the collectors that are switched on. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long it waits for the answer of a call; absent: long. */
  readonly answerMs?: (call: Pick<HttpCall, 'method' | 'path'>) => number;
  /** Told of what the heart logs. */
  readonly log?: (event: string) => void;
}

/** The real shop behind its pages: every registered supplier, method and collector, over HTTP, on a store. */
export function shopOn(options: ShopOptions) {
  const { store, clock, owner, checkpoint } = options;
  const env = sandboxEnvAt(options.basePort, options.env);
  const deps: HeartDeps = {
    store,
    suppliers: made(suppliers, env, impatient(options)),
    methods: made(methods, env, impatient(options)),
    collectors: made(collectors, env, impatient(options)),
    owner,
    clock,
    newId: () => randomBytes(18).toString('base64url'),
    returnUrl: (token) => `http://localhost:3000/return/${token}`,
    allowedRedirect: (url) => leadsTo(url, (env.ALLOWED_REDIRECTS ?? '').split(',')),
    log: (event) => options.log?.(event),
    checkpoint,
  };
  const heart = createHeart(deps);
  return { deps, heart, store, clock };
}

export type Shop = ReturnType<typeof shopOn>;

/** The shop's own HTTP client with all its rules, and less patience: no test waits for 15 seconds. */
function impatient({ clock, answerMs = () => PATIENT_MS }: ShopOptions): ModuleDeps {
  const { now } = clock;
  const http = createHttp({ now, breaker: { after: 6, restMs: 60 }, random: () => 0 });
  return {
    now,
    http: (client) => {
      const patient = http(client);
      return { call: (ctx, call) => patient.call(ctx, { ...call, deadlineMs: answerMs(call) }) };
    },
  };
}

interface Makes<Made> {
  readonly id: string;
  readonly config: { parse(env: unknown): unknown };
  create(config: unknown, deps: ModuleDeps): Made;
}

function made<Made>(
  modules: readonly Makes<Made>[],
  env: NodeJS.ProcessEnv,
  deps: ModuleDeps,
): ReadonlyMap<string, Made> {
  const all = modules.map((module) => [module, module.config.parse(env)] as const);
  return new Map(
    all.flatMap(([module, config]) => (config === null ? [] : [[module.id, module.create(config, deps)]])),
  );
}
