import type { ZodType } from 'zod';
import { crossFaults } from './cross';
import { type ConfigFault, type Environment, faultsOf } from './fault';
import { MEND, type OwnVariables, ownVariables } from './sections';
import type { Config } from './types';

/** What configuration needs of a supplier, method or collector: its name and the schema of its variables. */
export interface Configured {
  readonly id: string;
  readonly config: ZodType;
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/**
 * Reads the environment once, for the shop and for every registered module, and lists everything that is wrong
 * rather than the first thing. An empty variable counts as not set: that is how compose files and CI leave things out.
 */
export function parseConfig(environment: Environment, modules: readonly Configured[]): ParsedConfig {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const faults: ConfigFault[] = [];
  const own = ownVariables.safeParse(env);
  if (!own.success) {
    const found = faultsOf(own.error.issues, env, 'the environment');
    faults.push(
      ...found.map((fault) => ({ ...fault, mend: MEND[fault.variable as keyof OwnVariables] ?? fault.mend })),
    );
  }
  const read = readModules(env, modules);
  faults.push(...read.faults);
  const port = own.data?.PORT ?? 3000;
  const publicUrl = own.data?.PUBLIC_URL ?? `http://localhost:${port}`;
  faults.push(...crossFaults({ env, moduleVariables: read.variables, publicUrl }));
  if (own.success) faults.push(...ownCrossFaults(own.data, modules));
  if (faults.length > 0 || !own.success) return { ok: false, faults };
  return { ok: true, config: toConfig(own.data, publicUrl, read.configs) };
}

/** Each module reads through a wrapper that notes which variables it looked at: the cross-checks judge those and no others. */
function readModules(env: Environment, modules: readonly Configured[]) {
  const configs = new Map<string, unknown>();
  const faults: ConfigFault[] = [];
  const variables = new Set<string>();
  for (const { id, config } of modules) {
    if (configs.has(id)) {
      faults.push({
        variable: id,
        problem: 'two modules have this id',
        mend: 'Rename one of them in its registry.',
      });
    }
    const seen = new Proxy(env, {
      get(target, name) {
        if (typeof name === 'string' && Object.hasOwn(target, name)) variables.add(name);
        return Reflect.get(target, name);
      },
    });
    const parsed = config.safeParse(seen);
    configs.set(id, parsed.success ? parsed.data : null);
    if (!parsed.success) faults.push(...faultsOf(parsed.error.issues, env, `the page of ${id} in docs/`));
  }
  return { configs, faults, variables: [...variables] };
}

function ownCrossFaults(own: OwnVariables, modules: readonly Configured[]): ConfigFault[] {
  const faults: ConfigFault[] = own.COLLECTORS.filter((name) => !modules.some(({ id }) => id === name)).map(
    (name) => ({
      variable: 'COLLECTORS',
      problem: `there is no collector "${name}"`,
      mend: MEND.COLLECTORS,
    }),
  );
  if (own.SMTP_URL && !own.MAIL_FROM) {
    faults.push({ variable: 'MAIL_FROM', problem: 'is not set, while SMTP_URL is', mend: MEND.MAIL_FROM });
  }
  const names = own.PARTNER_KEYS.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    faults.push({ variable: 'PARTNER_KEYS', problem: 'names a partner twice', mend: MEND.PARTNER_KEYS });
  }
  return faults;
}

function toConfig(own: OwnVariables, publicUrl: string, modules: ReadonlyMap<string, unknown>): Config {
  return {
    app: {
      publicUrl,
      port: own.PORT,
      secret: own.APP_SECRET,
      databaseUrl: own.DATABASE_URL,
      trustedHops: own.TRUSTED_HOPS,
      logLevel: own.LOG_LEVEL,
      opsKey: own.OPS_KEY ?? null,
      retentionDays: own.RETENTION_DAYS === 0 ? null : own.RETENTION_DAYS,
      partners: own.PARTNER_KEYS,
      defaultLocale: own.DEFAULT_LOCALE,
      shopName: own.SHOP_NAME,
      supportEmail: own.SUPPORT_EMAIL ?? null,
    },
    mail: { smtpUrl: own.SMTP_URL ?? null, from: own.MAIL_FROM ?? null },
    collectors: own.COLLECTORS,
    allowedRedirects: own.ALLOWED_REDIRECTS,
    sandboxControlUrl: own.SANDBOX_CONTROL_URL ?? null,
    modules,
  };
}
