import type { Heart, Outcome, RefusedCode } from '@/lib/checkout/heart';
import type { Checkout } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import { attempt, checkout, payStep, stored } from './checkouts';

/** A heart that remembers what it was asked, and refuses when it is told to. It calls no supplier. */
export class FakeHeart implements Heart {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  readonly checkouts = new Map<string, Stored>();
  readonly tokens = new Map<string, string>();
  /** What the next commands answer instead of doing something. */
  refuse: RefusedCode | null = null;
  /** What a held checkout looks like. */
  opened: Partial<Checkout> = {};
  /** Resolves before `open` goes on. */
  gate: Promise<void> = Promise.resolve();
  broken = false;

  put(value: Checkout, version = 1): Stored {
    const next = stored(value, version);
    this.checkouts.set(value.id, next);
    return next;
  }

  count(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }

  async read(id: string) {
    return this.checkouts.get(id) ?? null;
  }

  async open(ask: Parameters<Heart['open']>[0]) {
    this.note('open', ask);
    await this.gate;
    if (this.broken) throw new Error('secret detail: buyer@example.com');
    return this.checkouts.get(ask.id) ?? this.put(checkout(ask.id, { request: ask.request, ...this.opened }));
  }

  accept = (id: string, version: number) => this.act('accept', id, [version]);
  hold = (id: string) => this.act('hold', id);
  extend = (id: string) => this.act('extend', id);
  check = (id: string) => this.act('check', id);
  release = (id: string) => this.act('release', id);
  operate = (id: string, order: unknown) => this.act('operate', id, [order]);
  bookFor = (id: string, booking: unknown) => this.act('bookFor', id, [booking]);
  markRefunded = (id: string, ...args: string[]) => this.act('markRefunded', id, args);
  result = (id: string, ...args: unknown[]) => this.act('result', id, args);
  details: Heart['details'] = (id, values, mode) =>
    this.act('details', id, [values, mode], (was) => ({ ...was, details: { ...was.details, values } }));
  attempt: Heart['attempt'] = (id, ask) =>
    this.act('attempt', id, [ask], (was) => ({
      ...was,
      attempts: [...was.attempts, attempt({ id: ask.id, option: ask.option, step: payStep })],
    }));

  async returned(token: string, params: unknown) {
    this.note('returned', token, params);
    if (this.broken) throw new Error('broken');
    return this.checkouts.get(this.tokens.get(token) ?? '') ?? null;
  }

  private async act(
    name: string,
    id: string,
    args: readonly unknown[] = [],
    change: (was: Checkout) => Checkout = (was) => was,
  ): Promise<Outcome> {
    this.note(name, id, ...args);
    if (this.broken) throw new Error('secret detail: buyer@example.com');
    const was = this.checkouts.get(id) ?? null;
    if (!was) return { ok: false, problem: { code: 'not_found' }, stored: null };
    if (this.refuse) {
      const fields = this.refuse.startsWith('details_')
        ? [{ path: '/customer/email', rule: 'required' }]
        : undefined;
      return { ok: false, problem: { code: this.refuse, fields }, stored: was };
    }
    return { ok: true, stored: this.put(change(was.checkout), was.version + 1) };
  }

  private note(name: string, ...args: readonly unknown[]): void {
    this.calls.push({ name, args });
  }
}
