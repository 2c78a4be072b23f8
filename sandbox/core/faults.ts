import type { ProviderId } from './provider';

/** What goes wrong with a call. `mutate` and `truncate` spoil an answer, `duplicate` does the work twice. */
export const FAULT_KINDS = ['delay', 'drop', 'status', 'html', 'truncate', 'mutate', 'duplicate'] as const;

/** One of {@link FAULT_KINDS}. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault that waits for its call. */
export interface Fault {
  readonly id: string;
  readonly provider: ProviderId;
  /** `METHOD /path`; the method may be `*`, the path may end with `*`. */
  readonly call: string;
  readonly kind: FaultKind;
  /** `before`: the work is not done. `after`: it is done and the answer is spoilt. */
  readonly when: 'before' | 'after';
  /** HTTP status of the answer, for `status` and `html`. */
  readonly status?: number;
  /** Real milliseconds, for `delay`. */
  readonly delayMs?: number;
  /** Laid over the JSON of the answer, for the kind `mutate`, by the rules of the function of that name. */
  readonly mutate?: Readonly<Record<string, unknown>>;
  /** How many calls it still meets. */
  times: number;
}

/** The faults that were ordered and not yet met. */
export class Faults {
  private waiting: Fault[] = [];
  private count = 0;

  /** Orders a fault; answers it with the id that the ledger's call rows will name. */
  add(fault: Omit<Fault, 'id'>): Fault {
    this.count += 1;
    const ordered = { ...fault, id: `fault-${this.count}` };
    this.waiting.push(ordered);
    return ordered;
  }

  /** The first fault for this call, one use of it spent. */
  take(provider: ProviderId, method: string, path: string): Fault | undefined {
    const fault = this.waiting.find((one) => one.provider === provider && matches(one.call, method, path));
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.waiting = this.waiting.filter((one) => one !== fault);
    return fault;
  }

  /** Those that still wait, as copies. */
  list(): Fault[] {
    return structuredClone(this.waiting);
  }

  clear(): void {
    this.waiting = [];
  }
}

function matches(call: string, method: string, path: string): boolean {
  const space = call.indexOf(' ');
  const wantedMethod = call.slice(0, space);
  const wantedPath = call.slice(space + 1);
  if (wantedMethod !== '*' && wantedMethod !== method) return false;
  return wantedPath.endsWith('*') ? path.startsWith(wantedPath.slice(0, -1)) : path === wantedPath;
}
