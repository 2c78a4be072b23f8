import type { ZodType } from 'zod';
import type { Collector } from '@/lib/checkout/collector';
import type { PaymentMethod } from '@/lib/checkout/method';
import type { Supplier } from '@/lib/checkout/supplier';
import type { HttpClient, HttpClientOptions } from './http/types';

/** What a module is given to work with. */
export interface ModuleDeps {
  readonly http: (options: HttpClientOptions) => HttpClient;
  /** The server's clock, milliseconds. */
  readonly now: () => number;
}

/**
 * A supplier, method or collector as its registry lists it: its part of the environment and how to make it.
 * `config` reads the whole environment and picks its own variables; null means that it is switched off.
 */
interface Module<Config, Made> {
  readonly id: string;
  readonly config: ZodType<Config | null>;
  create(config: Config, deps: ModuleDeps): Made;
}

export type SupplierModule<Config = unknown> = Module<Config, Supplier>;
export type MethodModule<Config = unknown> = Module<Config, PaymentMethod>;
export type CollectorModule<Config = unknown> = Module<Config, Collector>;

/** Ties a module's config to its `create`, then forgets its type, so that one list holds modules of different configs. */
export function defineModule<Config, Made>(module: Module<Config, Made>): Module<unknown, Made> {
  return {
    id: module.id,
    config: module.config,
    create: (config, deps) => module.create(config as Config, deps),
  };
}
