import 'server-only';
import { getFoyer } from '@/lib/foyer';

export interface Scenario {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly how: string;
  readonly expect: string;
  readonly card?: { readonly number: string; readonly expiry: string; readonly cvc: string };
  readonly event?: string;
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
    readonly scenarios: readonly Scenario[];
    readonly ledger: SandboxLedger;
    readonly mail: readonly Mail[];
  } | null;
}

/** What the sandbox's control port shows; null where none is configured: then there is no such page. */
export async function readBench(): Promise<Bench | null> {
  const url = (await getFoyer()).config.sandboxControlUrl;
  if (url === null) return null;
  try {
    const [scenarios, ledger, mail] = await Promise.all([
      read<readonly Scenario[]>(url, '/scenarios'),
      read<SandboxLedger>(url, '/ledger'),
      read<readonly Mail[]>(url, '/mail'),
    ]);
    return { url, seen: { scenarios, ledger, mail } };
  } catch {
    return { url, seen: null };
  }
}

/** The sandbox is our own and on this machine: its shapes are taken at their word, and no page of a shop depends on them. */
async function read<T>(url: string, path: string): Promise<T> {
  const response = await fetch(`${url}${path}`, { cache: 'no-store', signal: AbortSignal.timeout(3000) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
