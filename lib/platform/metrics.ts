import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers about the process in Prometheus text. Labels are from closed sets: an id as a label never ends growing. */
export interface Metrics {
  /** One try of an outgoing call, in milliseconds. */
  call(label: { readonly system: string; readonly name: string; readonly outcome: string }, ms: number): void;
  /** Counts an event of ours, such as a state change or a refused request. */
  count(name: CounterName, labels: Readonly<Record<string, string>>): void;
  /** Sets a level, such as the number of checkouts that need a person. */
  set(name: GaugeName, value: number, labels?: Readonly<Record<string, string>>): void;
  /** Forgets a level's labels before they are set anew, so that a state nobody is in any more reads nothing. */
  clear(name: GaugeName): void;
  /** Everything, for `/api/metrics`. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

const COUNTERS = {
  foyer_transitions_total: {
    help: 'Changes of a checkout’s ledgers',
    labelNames: ['ledger', 'to', 'supplier'],
  },
  foyer_attempts_total: { help: 'Payment attempts by how they ended', labelNames: ['option', 'outcome'] },
  foyer_commands_refused_total: {
    help: 'Commands that the state of a checkout refused',
    labelNames: ['command', 'code'],
  },
  foyer_requests_refused_total: { help: 'Requests refused by a guard', labelNames: ['guard'] },
  foyer_mails_total: { help: 'Mails by outcome', labelNames: ['kind', 'outcome'] },
} as const;

const GAUGES = {
  foyer_checkouts: { help: 'Checkouts by state', labelNames: ['tickets', 'money', 'attention'] },
  foyer_unknown_outcomes: { help: 'Checkouts of which nobody knows how they ended', labelNames: [] },
  foyer_paid_not_booked: {
    help: 'Checkouts with money taken and tickets neither booked nor owed back',
    labelNames: [],
  },
  foyer_refund_due: { help: 'Checkouts with money to be given back', labelNames: [] },
  foyer_oldest_unsettled_seconds: {
    help: 'Age of the oldest checkout that waits for an outcome; 0: none does',
    labelNames: [],
  },
  foyer_store_up: { help: 'Whether the database answered when it was last counted', labelNames: [] },
} as const;

export type CounterName = keyof typeof COUNTERS;
export type GaugeName = keyof typeof GAUGES;

/** `process: false` leaves Node's own numbers out, for tests. */
export function createMetrics(options: { readonly process: boolean }): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'foyer_call_seconds',
    help: 'Outgoing calls, each try on its own',
    labelNames: ['system', 'name', 'outcome'],
    // Suppliers answer in tens of milliseconds on a good day and in two minutes on a bad one.
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 30, 60, 120],
    registers: [registry],
  });
  const counters = Object.fromEntries(
    Object.entries(COUNTERS).map(([name, { help, labelNames }]) => [
      name,
      new Counter({ name, help, labelNames: [...labelNames], registers: [registry] }),
    ]),
  ) as Record<CounterName, Counter>;
  const gauges = Object.fromEntries(
    Object.entries(GAUGES).map(([name, { help, labelNames }]) => [
      name,
      new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] }),
    ]),
  ) as Record<GaugeName, Gauge>;
  return {
    call: ({ system, name, outcome }, ms) => calls.observe({ system, name, outcome }, ms / 1000),
    count: (name, labels) => counters[name].inc({ ...labels }),
    set: (name, value, labels = {}) => gauges[name].set({ ...labels }, value),
    clear: (name) => gauges[name].reset(),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
