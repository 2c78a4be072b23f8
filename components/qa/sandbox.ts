import 'server-only';
import { collectorOf } from '@/lib/checkout/ledgers';
import { getFoyer } from '@/lib/foyer';
import type { Later, Order, Purchase } from '@/lib/qa/purchase';
import {
  ledgerWire,
  type Mail,
  mailsWire,
  type SandboxLedger,
  type SandboxRow,
  type Scenario,
  scenariosWire,
} from '@/lib/qa/wire';

/** One as it is shown. `off`: its supplier or its collector is switched off in this shop. */
export interface ShownScenario extends Scenario {
  readonly off: boolean;
}

export interface Bench {
  readonly url: string;
  /** Null when the sandbox does not answer. */
  readonly seen: {
    readonly scenarios: readonly ShownScenario[];
    readonly ledger: SandboxLedger;
    readonly mail: readonly Mail[];
  } | null;
}

/** What the sandbox's control port shows; null where none is configured: then there is no such page. */
export async function readBench(): Promise<Bench | null> {
  const url = await controlUrl();
  if (url === null) return null;
  try {
    const [scenarios, ledger, mail] = await Promise.all([
      listed(url),
      ledgerOf(url),
      ask(url, '/mail').then((json) => mailsWire.parse(json)),
    ]);
    const shown = await Promise.all(scenarios.map(async (one) => ({ ...one, off: !(await isOn(one.buy)) })));
    return { url, seen: { scenarios: shown, ledger, mail } };
  } catch {
    return { url, seen: null };
  }
}

/** The control port as whoever opens a purchase needs it; null where there is none. */
export async function controlDesk() {
  const url = await controlUrl();
  if (url === null) return null;
  return {
    /** The purchase that a scenario is met in; null for a scenario that there is not. */
    async purchase(scenario: string): Promise<Purchase | null> {
      const found = (await listed(url)).find(({ id }) => id === scenario);
      return found?.buy ?? null;
    },
    async give(orders: readonly Order[]): Promise<void> {
      for (const order of orders)
        await ('fault' in order ? ask(url, '/faults', order.fault) : ask(url, '/actions', order));
    },
    /** Does it with the purchase whose rows these are; false where there is nothing to do it with. */
    async act({ provider, action, args }: Later, owns: (row: SandboxRow) => boolean): Promise<boolean> {
      const { holds, bookings, charges } = await ledgerOf(url);
      const rows = [...holds, ...bookings, ...charges].filter(
        (row) => row.provider === provider && owns(row),
      );
      for (const id of new Set(rows.flatMap((row) => [row.group, row.id]))) {
        const done = await ask(url, '/actions', { provider, action, id, args }).catch(() => null);
        if (done !== null) return true;
      }
      return false;
    },
    /** Somebody chooses on the page of a supplier's picker. */
    async pick(provider: string, page: string): Promise<void> {
      await ask(url, '/actions', { provider, action: 'choose', id: page });
    },
  };
}

async function isOn({ supplier, option }: Purchase): Promise<boolean> {
  const { suppliers, collectors } = await getFoyer();
  const collector = collectorOf(option);
  return suppliers.has(supplier) && (collector === null || collectors.has(collector));
}

async function controlUrl(): Promise<string | null> {
  return (await getFoyer()).config.sandboxControlUrl;
}

const listed = async (url: string) => scenariosWire.parse(await ask(url, '/scenarios'));
const ledgerOf = async (url: string) => ledgerWire.parse(await ask(url, '/ledger'));

async function ask(url: string, path: string, body?: unknown): Promise<unknown> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: JSON_TYPE };
  const response = await fetch(`${url}${path}`, {
    ...sent,
    cache: 'no-store',
    signal: AbortSignal.timeout(3000),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

const JSON_TYPE = { 'content-type': 'application/json' };
