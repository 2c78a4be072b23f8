import { CONTROL_URL } from './places';

export interface Charge {
  provider: string;
  id: string;
  group: string;
  status: 'open' | 'authorised' | 'captured' | 'cancelled' | 'failed';
  amount: number;
  captured: number;
  refunded: number;
  currency: string;
  declines: string[];
}

export interface Booking {
  provider: string;
  id: string;
  group: string;
  title: string;
  status: 'booking' | 'booked' | 'failed' | 'cancelled';
  amount: number;
  currency: string;
  reference?: string;
}

export interface Hold {
  provider: string;
  id: string;
  group: string;
  title: string;
  status: 'held' | 'released' | 'expired' | 'booked';
}

export interface Ledger {
  holds: Hold[];
  bookings: Booking[];
  charges: Charge[];
  calls: { provider: string; method: string; path: string; status: number }[];
}

export interface Mail {
  messageId: string;
  to: string | string[];
  subject: string;
  text: string;
}

/** A sandbox's control port: what the outside world believes happened, and what it should do next. */
export interface Sandbox {
  ledger(): Promise<Ledger>;
  mail(): Promise<Mail[]>;
  fault(fault: Record<string, unknown>): Promise<void>;
  /** How many ordered faults were not met yet. */
  faults(): Promise<number>;
  action(provider: string, action: string, id: string, args?: Record<string, unknown>): Promise<void>;
}

/** The sandbox that all tests share. */
export const sandbox: Sandbox = sandboxAt(CONTROL_URL);

/** The sandbox whose control port answers at `url`. */
export function sandboxAt(url: string): Sandbox {
  return {
    ledger: () => get<Ledger>(`${url}/ledger`),
    mail: () => get<Mail[]>(`${url}/mail`),
    fault: (fault) => post(`${url}/faults`, fault),
    faults: async () => (await get<unknown[]>(`${url}/faults`)).length,
    action: (provider, action, id, args = {}) => post(`${url}/actions`, { provider, action, id, args }),
  };
}

/** All that the ledger knows of one basket, found by the payment that the shop shows as its reference. */
export async function ledgerOf(intent: string, at: Sandbox = sandbox): Promise<Omit<Ledger, 'calls'>> {
  const { holds, bookings, charges } = await at.ledger();
  const group = charges.find((charge) => charge.id === intent)?.group;
  const ours = <T extends { group: string }>(rows: T[]) => rows.filter((row) => row.group === group);
  return { holds: ours(holds), bookings: ours(bookings), charges: ours(charges) };
}

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Sandbox control ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Sandbox control ${url}: ${response.status} ${await response.text()}`);
}
