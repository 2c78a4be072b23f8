import 'server-only';
import { collectorOf } from '@/lib/checkout/ledgers';
import { getFoyer } from '@/lib/foyer';
import type { Messages } from '@/lib/i18n/messages';
import { type Later, type Order, type Purchase, purchase } from '@/lib/qa/purchase';

type Ending = keyof Messages['qa']['scenario']['ends'];

export interface Scenario {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly how: string;
  readonly expect: string;
  readonly card?: { readonly number: string; readonly expiry: string; readonly cvc: string };
  readonly event?: string;
  /** The provider's name for people. */
  readonly system: string;
  readonly buy: Purchase;
  /** Where the purchase ends for whoever does what is said. */
  readonly ends: Ending;
  /** What may be done instead, and where that ends. */
  readonly instead: Readonly<Record<string, Ending>>;
}

/** One as it is shown. `off`: its supplier or its collector is switched off in this shop. */
export interface ShownScenario extends Scenario {
  readonly off: boolean;
}

interface Row {
  readonly provider: string;
  readonly id: string;
  readonly group: string;
}

export interface SandboxLedger {
  readonly holds: readonly (Row & {
    readonly title: string;
    readonly status: string;
    readonly expiresAt: string;
  })[];
  readonly bookings: readonly (Row & {
    readonly title: string;
    readonly status: string;
    readonly amount: number;
    readonly currency: string;
    readonly reference?: string;
  })[];
  readonly charges: readonly (Row & {
    readonly status: string;
    readonly amount: number;
    readonly captured: number;
    readonly refunded: number;
    readonly currency: string;
  })[];
  readonly calls: readonly {
    readonly provider: string;
    readonly at: string;
    readonly method: string;
    readonly path: string;
    readonly status: number;
    readonly ms: number;
    readonly fault?: string;
  }[];
}

export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly text: string | null;
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
      ask<readonly Scenario[]>(url, '/scenarios'),
      ask<SandboxLedger>(url, '/ledger'),
      ask<readonly Mail[]>(url, '/mail'),
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
      const all = await ask<readonly Scenario[]>(url, '/scenarios');
      const found = all.find(({ id }) => id === scenario);
      return found ? purchase.parse(found.buy) : null;
    },
    async give(orders: readonly Order[]): Promise<void> {
      for (const order of orders)
        await ('fault' in order ? ask(url, '/faults', order.fault) : ask(url, '/actions', order));
    },
    /** Does it with the purchase whose rows these are; false where there is nothing to do it with. */
    async act({ provider, action, args }: Later, owns: (row: Row) => boolean): Promise<boolean> {
      const { holds, bookings, charges } = await ask<SandboxLedger>(url, '/ledger');
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

/** The sandbox is our own and on this machine: its shapes are taken at their word, and no page of a shop depends on them. */
async function ask<T>(url: string, path: string, body?: unknown): Promise<T> {
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
