import { isLoopback } from '../loopback';
import type { ConfigFault, Environment } from './fault';

/**
 * Secrets that are published in this repository for use on one's own machine start like this. Whoever can read the
 * repository can sign with them, so they must never guard anything that others can reach.
 */
export const PUBLISHED_SECRET = 'sandbox-only-';

/** Keys that move real money, as the providers mark them. */
const LIVE_KEY = /(^|[^a-z0-9])((pk|sk|rk)_live_|live_)/i;

/** Secrets of the shop itself, which the repository publishes a set of for use on one machine. */
const OWN_SECRETS = ['APP_SECRET', 'OPS_KEY', 'PARTNER_KEYS'] as const;

/** What no variable shows by itself: combinations that would mix real money or real customers with a sandbox. */
export function crossFaults(input: {
  readonly env: Environment;
  /** Names of the variables that modules read. */
  readonly moduleVariables: readonly string[];
  readonly publicUrl: string;
}): ConfigFault[] {
  const { env, moduleVariables, publicUrl } = input;
  const urls = moduleVariables.filter((name) => /^https?:\/\//i.test(env[name] ?? ''));
  const here = (name: string) => entriesOf(env[name]).every(isLoopback);
  const local = urls.filter(here);
  const remote = urls.filter((name) => !here(name));
  const published = OWN_SECRETS.filter((name) => (env[name] ?? '').includes(PUBLISHED_SECRET));
  const live = [...new Set([...moduleVariables, ...OWN_SECRETS])].filter((name) =>
    LIVE_KEY.test(env[name] ?? ''),
  );
  const faults: ConfigFault[] = [];
  if (local.length > 0) {
    for (const variable of live) {
      faults.push({
        variable,
        problem: `is a live key, while ${local.join(', ')} points at this machine`,
        mend: 'Use test keys with a sandbox, and live keys with live URLs only.',
      });
    }
  }
  const reach = [...remote, ...(isLoopback(publicUrl) ? [] : ['PUBLIC_URL'])];
  if (reach.length > 0) {
    for (const variable of published) {
      faults.push({
        variable,
        problem: `is the one published in this repository, while ${reach.join(', ')} reaches beyond this machine`,
        mend: 'Make your own secret: openssl rand -base64 48',
      });
    }
  }
  if (!isLoopback(publicUrl) && !publicUrl.startsWith('https:')) {
    faults.push({
      variable: 'PUBLIC_URL',
      problem: 'must be https, unless it is this machine',
      mend: 'Put TLS in front of the shop and use its https address.',
    });
  }
  return faults;
}

/** A variable may list several addresses, separated by commas. */
function entriesOf(value = ''): readonly string[] {
  return value.split(',').map((entry) => entry.trim());
}
