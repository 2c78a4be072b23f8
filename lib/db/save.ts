import type { CheckoutStore, Write } from '@/lib/checkout/store';
import { columnsOf } from './bodies';
import type { Db } from './database';
import { markUsed } from './inputs';
import { writeJournal } from './journal';
import { keepDue } from './leases';
import { queueMails } from './outbox';

/** Writing of checkouts: each write is one transaction, whole or not at all. */
export function writes(db: Db, now: () => number): Pick<CheckoutStore, 'create' | 'save'> {
  return {
    create: (checkout, journal, at) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .insertInto('checkouts')
          .values({
            id: checkout.id,
            ...columnsOf(checkout),
            created_at: checkout.createdAt,
            updated_at: at,
            due_at: at,
            version: 1,
            fence: 0,
            lease_owner: null,
            lease_until: 0,
            entries: journal.length,
            forgotten_at: null,
          })
          // A repeat of the same request chooses the same id: the first one stands, and is held once.
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (row) await writeJournal(trx, checkout.id, journal, 0);
      }),
    save: (write) => db.transaction().execute((trx) => save(trx, write, now())),
  };
}

/**
 * Version and fence both have to be what the holder read. A lease that lapsed while nobody else took it is still the
 * holder's: nobody acted since, and what it writes may be the only copy of a supplier's word on somebody's money.
 */
async function save(trx: Db, write: Write, now: number): Promise<number | null> {
  const { checkout, journal, dueAt } = write;
  const version = write.version + 1;
  const row = await trx
    .updateTable('checkouts')
    .set((eb) => ({
      ...columnsOf(checkout),
      updated_at: now,
      due_at: dueAt,
      version,
      entries: eb('entries', '+', journal.length),
    }))
    .where('id', '=', checkout.id)
    .where('version', '=', write.version)
    .where('fence', '=', write.fence)
    .where('lease_until', '>', 0)
    .returning('entries')
    .executeTakeFirst();
  if (!row) return null;
  await writeJournal(trx, checkout.id, journal, row.entries - journal.length);
  await markUsed(trx, checkout.id, write.used, now);
  await queueMails(trx, write.mails, now);
  if (write.returnToken) {
    const { token, attemptId } = write.returnToken;
    await trx
      .insertInto('return_tokens')
      .values({ token, checkout_id: checkout.id, attempt_id: attemptId })
      .execute();
  }
  for (const { key, attemptId } of write.returnKeys ?? []) {
    await trx
      .insertInto('return_tokens')
      .values({ token: key, checkout_id: checkout.id, attempt_id: attemptId })
      // The same payment tried again leads to the newer try; nobody takes a key from another checkout.
      .onConflict((conflict) =>
        conflict
          .column('token')
          .doUpdateSet({ attempt_id: attemptId })
          .where('return_tokens.checkout_id', '=', checkout.id),
      )
      .execute();
  }
  await keepDue(trx, checkout.id, dueAt);
  return version;
}
