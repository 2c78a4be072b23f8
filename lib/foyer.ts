import 'server-only';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { collectors as collectorModules } from '@/lib/collectors';
import { openStore, type Store } from '@/lib/db';
import { methods as methodModules } from '@/lib/payments';
import { type Config, describeFaults, parseConfig } from '@/lib/platform/config';
import { createHttp } from '@/lib/platform/http';
import { createLog, type Log } from '@/lib/platform/log';
import { createMetrics, type Metrics } from '@/lib/platform/metrics';
import type { ModuleDeps } from '@/lib/platform/modules';
import { leadsTo } from '@/lib/platform/security/redirects';
import { suppliers as supplierModules } from '@/lib/suppliers';
import type { Collector } from './checkout/collector';
import { createHeart } from './checkout/create-heart';
import { Fault } from './checkout/errors';
import type { Heart } from './checkout/heart';
import type { CspSources, PaymentMethod } from './checkout/method';
import { type HeartDeps, realClock } from './checkout/settle/deps';
import type { Door } from './checkout/settle/door';
import type { Supplier } from './checkout/supplier';
import { reporter } from './news';
import { payCspOf } from './pay-csp';
import { shared } from './runtime';

/** Everything a request needs, made once a process. Handlers ask for it; nothing else is global. */
export interface Foyer {
  readonly config: Config;
  readonly store: Store;
  readonly heart: Heart;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly methods: ReadonlyMap<string, PaymentMethod>;
  readonly collectors: ReadonlyMap<string, Collector>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The server's clock, milliseconds. */
  now(): number;
  /** The process was told to stop: it finishes what is under way and should get nothing new. */
  stopping(): boolean;
}

/** A Foyer with what only the proxy and the process's start and stop handle. */
export interface Runtime extends Foyer {
  /** What the pay document of an attempt may load beside our own. */
  payCsp(checkoutId: string, attemptId: string): Promise<CspSources>;
  readonly door: Door;
  /** What the heart stands on; the sweeper stands on the same. */
  readonly deps: HeartDeps;
  /** Called once when the process is told to stop. */
  stop(): void;
}

/** The process's one Foyer, made when it is first asked for, so that a build opens no database. */
export function getFoyer(): Promise<Runtime> {
  shared.__foyer ??= createFoyer(process.env).catch((cause: unknown) => {
    shared.__foyer = undefined;
    throw cause;
  });
  return shared.__foyer;
}

/** Reads the configuration, or throws a fault that lists everything wrong with it. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = parseConfig(env, [...supplierModules, ...methodModules, ...collectorModules]);
  if (!parsed.ok) throw new Fault('config', describeFaults(parsed.faults));
  return parsed.config;
}

async function createFoyer(env: NodeJS.ProcessEnv): Promise<Runtime> {
  const config = readConfig(env);
  const log = createLog({ level: config.app.logLevel });
  const metrics = createMetrics({ process: true });
  const now = () => Date.now();
  const deps: ModuleDeps = { now, http: createHttp({ now, onTry: (label, ms) => metrics.call(label, ms) }) };
  const suppliers = made(supplierModules, config, deps);
  const methods = made(methodModules, config, deps);
  const collectors = made(collectorModules, config, deps);
  const store = await openStore(config.app.databaseUrl);
  const heartDeps: HeartDeps = {
    store,
    suppliers,
    methods,
    collectors,
    owner: `${hostname()}:${process.pid}`,
    clock: realClock,
    newId: () => randomBytes(18).toString('base64url'),
    returnUrl: (token) => `${config.app.publicUrl}/return/${token}`,
    allowedRedirect: (url) => leadsTo(url, config.allowedRedirects),
    log: (event, fields) => log.warn(event, fields),
    news: reporter(log, metrics),
  };
  const heart = createHeart(heartDeps);
  let stopping = false;
  return {
    config,
    store,
    heart,
    door: heart.door,
    deps: heartDeps,
    suppliers,
    methods,
    collectors,
    log,
    metrics,
    now,
    stopping: () => stopping,
    stop: () => {
      stopping = true;
    },
    payCsp: payCspOf(store, methods),
  };
}

interface Makes<Made> {
  readonly id: string;
  create(config: unknown, deps: ModuleDeps): Made;
}

/** Makes the modules that the configuration switches on. */
function made<Made>(
  modules: readonly Makes<Made>[],
  config: Config,
  deps: ModuleDeps,
): ReadonlyMap<string, Made> {
  const on = modules.filter(({ id }) => (config.modules.get(id) ?? null) !== null);
  return new Map(on.map((module) => [module.id, module.create(config.modules.get(module.id), deps)]));
}
