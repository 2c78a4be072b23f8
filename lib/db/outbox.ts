import { randomBytes } from 'node:crypto';
import type { OutboxMail, ShopStore } from '@/lib/checkout/shop-store';
import type { MailOrder } from '@/lib/checkout/store';
import type { Db } from './database';

/** A sender that died keeps its mail from others this long. */
const LEASE_MS = 60_000;

type Outbox = Pick<ShopStore, 'outbox' | 'mailSent' | 'mailFailed' | 'enqueue'>;

/** Mail to be sent. The key is unique for good, so nothing that asks twice is told twice. */
export function outbox(db: Db): Outbox {
  return {
    enqueue: (mail, now) => queueMails(db, [mail], now),
    outbox: async (now, limit) => {
      const rows = await db
        .updateTable('outbox')
        .set((eb) => ({ leased_until: now + LEASE_MS, tries: eb('tries', '+', 1) }))
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('outbox')
            .select('id')
            .where('sent_at', 'is', null)
            .where('due_at', '<=', now)
            .where('leased_until', '<=', now)
            .orderBy('due_at')
            .limit(limit),
        )
        // Asked again outside: PostgreSQL looks here, not inside, once another sender's update has gone first.
        .where('sent_at', 'is', null)
        .where('due_at', '<=', now)
        .where('leased_until', '<=', now)
        .returning(['id', 'key', 'checkout_id', 'kind', 'tries', 'due_at'])
        .execute();
      return rows
        .sort((a, b) => a.due_at - b.due_at)
        .map(({ id, key, checkout_id: checkoutId, kind, tries }) => {
          const mail: OutboxMail = { id, key, checkoutId, kind: kind as MailOrder['kind'], tries };
          return mail;
        });
    },
    mailSent: async (id, now) => {
      await db.updateTable('outbox').set({ sent_at: now, leased_until: 0 }).where('id', '=', id).execute();
    },
    mailFailed: async (id, retryAt) => {
      await db
        .updateTable('outbox')
        .set({ due_at: retryAt, leased_until: 0 })
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .execute();
    },
  };
}

/** Queues mails; one whose key is known is left as it is, sent or not. */
export async function queueMails(db: Db, mails: readonly MailOrder[], now: number): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map(({ key, checkoutId, kind }) => ({
    key,
    id: randomId(),
    checkout_id: checkoutId,
    kind,
    created_at: now,
    due_at: now,
    leased_until: 0,
    tries: 0,
    sent_at: null,
  }));
  await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** 53 random bits: counting would need words that the two databases spell differently. */
function randomId(): number {
  return Number(randomBytes(8).readBigUInt64BE() >> 11n);
}
