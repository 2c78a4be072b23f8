import type { Attempt, Checkout, Item } from '@/lib/checkout/model';
import { checkoutOf, columnsOf, STORED } from './bodies';
import type { Db } from './database';
import { writeJournal } from './journal';

const BATCH = 200;

/**
 * Tickets and money that nobody works on any more; a hold that has no end, and that nobody came back to, is one of them. What
 * is owed to a customer needs their address until it is paid.
 */
const ENDED = ['held', 'booked', 'part_booked', 'failed', 'released', 'expired'];
const SETTLED = ['none', 'captured', 'refunded'];

/**
 * Cuts personal data from checkouts that ended and were last changed before `olderThan` (milliseconds): the
 * customer's details, what is known of their browser, and whatever inputs still carry. Items, money, references,
 * marks and history stay. Answers how many were cut. Tickets for a day after `olderThan` are left for later.
 */
export async function forget(db: Db, olderThan: number, now: number): Promise<number> {
  let cut = 0;
  let after = { created_at: -1, id: '' };
  for (;;) {
    const rows = await candidates(db, olderThan, after);
    for (const row of rows) {
      const checkout = checkoutOf(row);
      const toCome = checkout.items.some((item) => (startOf(item) ?? 0) >= olderThan);
      if (!toCome && (await cutOne(db, checkout, row.version, now))) cut += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return cut;
    after = last;
  }
}

/** When an item's use begins at the earliest; undefined for tickets without a date. */
function startOf({ startsAt, day }: Item): number | undefined {
  return startsAt ?? (day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`));
}

function candidates(db: Db, olderThan: number, after: { created_at: number; id: string }) {
  return db
    .selectFrom('checkouts')
    .select([...STORED, 'id', 'created_at'])
    .where('forgotten_at', 'is', null)
    .where('created_at', '<', olderThan)
    .where('updated_at', '<', olderThan)
    .where('tickets', 'in', ENDED)
    .where('money', 'in', SETTLED)
    .where('attention_code', 'is', null)
    .where((eb) =>
      eb.or([
        eb('created_at', '>', after.created_at),
        eb.and([eb('created_at', '=', after.created_at), eb('id', '>', after.id)]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

/** Compare-and-swap on the version, and only while nobody settles it: who does finds that the version moved. */
function cutOne(db: Db, checkout: Checkout, version: number, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('checkouts')
      .set((eb) => ({
        ...columnsOf(withoutPerson(checkout)),
        version: version + 1,
        entries: eb('entries', '+', 1),
        forgotten_at: now,
      }))
      .where('id', '=', checkout.id)
      .where('version', '=', version)
      .where('lease_until', '<=', now)
      .returning('entries')
      .executeTakeFirst();
    if (!row) return false;
    await trx.updateTable('inputs').set({ data: 'null' }).where('checkout_id', '=', checkout.id).execute();
    await writeJournal(trx, checkout.id, [{ at: now, kind: 'command', name: 'forget' }], row.entries - 1);
    return true;
  });
}

function withoutPerson(checkout: Checkout): Checkout {
  const { draft: _, ...details } = checkout.details;
  return {
    ...checkout,
    details: { ...details, values: {} },
    attempts: checkout.attempts.map(withoutPayer),
  };
}

/** A form that was handed out names its payer, and so do the notes on it. */
function withoutPayer(attempt: Attempt): Attempt {
  const { collection: _, ...kept } = attempt;
  return { ...kept, client: null, memo: {}, step: attempt.step?.kind === 'pay' ? null : attempt.step };
}
