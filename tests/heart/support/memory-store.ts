import type { Checkout, Input, JournalEntry } from '@/lib/checkout/model';
import type { CheckoutStore, MailOrder, Stored, Write } from '@/lib/checkout/store';

interface Row {
  checkout: Checkout;
  version: number;
  fence: number;
  leaseUntil: number;
  dueAt: number | null;
}

/** The store port in memory, with the same rules as the database's: leases, fences, compare-and-swap, one transaction a write. */
export class MemoryStore implements CheckoutStore {
  private readonly rows = new Map<string, Row>();
  private readonly pending = new Map<string, Input[]>();
  private readonly tokens = new Map<string, { checkoutId: string; attemptId: string }>();
  private readonly history = new Map<string, JournalEntry[]>();
  readonly mails: MailOrder[] = [];

  constructor(private readonly now: () => number) {}

  async create(checkout: Checkout, journal: readonly JournalEntry[], now: number): Promise<void> {
    this.rows.set(checkout.id, { checkout, version: 1, fence: 0, leaseUntil: 0, dueAt: now });
    this.history.set(checkout.id, [...journal]);
  }

  async read(id: string): Promise<Stored | null> {
    const row = this.rows.get(id);
    return row ? { checkout: row.checkout, version: row.version, dueAt: row.dueAt } : null;
  }

  async byReference(reference: string): Promise<Stored | null> {
    const row = [...this.rows.values()].find(({ checkout }) => checkout.reference === reference);
    return row ? this.read(row.checkout.id) : null;
  }

  async lease(id: string, _owner: string, now: number, ttlMs: number): Promise<number | null> {
    const row = this.rows.get(id);
    if (!row || row.leaseUntil > now) return null;
    row.leaseUntil = now + ttlMs;
    row.fence += 1;
    return row.fence;
  }

  async renew(id: string, fence: number, now: number, ttlMs: number): Promise<boolean> {
    const row = this.rows.get(id);
    if (!row || row.fence !== fence) return false;
    row.leaseUntil = now + ttlMs;
    return true;
  }

  async free(id: string, fence: number): Promise<void> {
    const row = this.rows.get(id);
    if (row && row.fence === fence) row.leaseUntil = 0;
  }

  async save(write: Write): Promise<number | null> {
    const row = this.rows.get(write.checkout.id);
    if (!row || row.version !== write.version || row.fence !== write.fence || row.leaseUntil <= this.now())
      return null;
    // Through JSON and back, as the database does it: nothing that JSON cannot carry survives.
    row.checkout = JSON.parse(JSON.stringify(write.checkout));
    row.version += 1;
    row.dueAt = write.dueAt;
    const used = new Set(write.used.map(({ id }) => id));
    this.pending.set(
      row.checkout.id,
      (this.pending.get(row.checkout.id) ?? []).filter(({ id }) => !used.has(id)),
    );
    this.history.get(row.checkout.id)?.push(...write.journal);
    for (const mail of write.mails)
      if (!this.mails.some(({ key }) => key === mail.key)) this.mails.push(mail);
    if (write.returnToken)
      this.tokens.set(write.returnToken.token, {
        checkoutId: row.checkout.id,
        attemptId: write.returnToken.attemptId,
      });
    for (const { key, attemptId } of write.returnKeys ?? []) {
      const owner = this.tokens.get(key)?.checkoutId ?? row.checkout.id;
      if (owner === row.checkout.id) this.tokens.set(key, { checkoutId: owner, attemptId });
    }
    return row.version;
  }

  async postpone(id: string, fence: number, dueAt: number | null): Promise<void> {
    const row = this.rows.get(id);
    if (row && row.fence === fence) row.dueAt = dueAt;
  }

  async append(input: Input): Promise<void> {
    const row = this.rows.get(input.checkoutId);
    if (!row) return;
    this.pending.set(input.checkoutId, [...(this.pending.get(input.checkoutId) ?? []), input]);
    row.dueAt = Math.min(row.dueAt ?? input.at, input.at);
  }

  async inputs(id: string): Promise<readonly Input[]> {
    return this.pending.get(id) ?? [];
  }

  async due(now: number, limit: number): Promise<readonly string[]> {
    const due = [...this.rows.values()].filter(
      (row) => row.dueAt !== null && row.dueAt <= now && row.leaseUntil <= now,
    );
    return due.slice(0, limit).map((row) => row.checkout.id);
  }

  async note(id: string, entries: readonly JournalEntry[]): Promise<void> {
    this.history.get(id)?.push(...entries);
  }

  async journal(id: string): Promise<readonly JournalEntry[]> {
    return this.history.get(id) ?? [];
  }

  async returned(token: string): Promise<{ checkoutId: string; attemptId: string } | null> {
    return this.tokens.get(token) ?? null;
  }

  /** Tokens handed out so far, newest last; a simulated browser comes back with one. */
  tokensOf(checkoutId: string): readonly string[] {
    return [...this.tokens].filter(([, named]) => named.checkoutId === checkoutId).map(([token]) => token);
  }

  async needingAttention(limit: number): Promise<readonly Stored[]> {
    const rows = [...this.rows.values()].filter(({ checkout }) => checkout.attention !== null);
    return rows.slice(0, limit).map(({ checkout, version, dueAt }) => ({ checkout, version, dueAt }));
  }

  async census(): Promise<readonly never[]> {
    return [];
  }
}
