import { randomBytes } from 'node:crypto';
import type { Desk } from '../desk';
import { letGo } from '../transaction/hold';
import { noteBookings, noteCharge, noteHolds } from '../transaction/ledger';
import type { Bundle, BundleResult, Transaction } from '../transaction/model';
import { capture, giveBack, type Refused } from './pay';
import { issueVoucher } from './vouchers';

/** Buys every bundle at its supplier and takes its money; a supplier that refuses gets none. */
export async function buy(desk: Desk, transaction: Transaction): Promise<void> {
  for (const bundle of transaction.bundles) {
    noteBookings(desk, transaction, bundle, 'booking');
    await pause(desk, bundle);
    const failure = refusalOf(desk, transaction, bundle);
    if (failure) await lose(desk, transaction, bundle, failure);
    else await win(desk, transaction, bundle);
  }
  const won = transaction.bundles.some(({ result }) => result?.success);
  transaction.status = won ? 'purchased' : 'failed';
  if (!won) return;
  transaction.purchasedMs = desk.world.clock.now();
  transaction.id = transactionId();
}

/** Ends a transaction whose payment was refused: what was set aside is let go, the seats go back on sale. */
export async function refuse(desk: Desk, transaction: Transaction, refused: Refused): Promise<void> {
  transaction.status = 'failed';
  for (const bundle of transaction.bundles) {
    const mine = bundle === refused.bundle;
    bundle.result = { success: false, failure: mine ? refused.failure : NOT_TRIED };
    for (const order of bundle.orders) letGo(desk, order);
    noteHolds(desk, transaction, 'released', bundle.orders);
    if (mine && transaction.user.payment === 'redirect') noteCharge(desk, transaction, bundle, 'failed');
    await giveBack(desk, transaction, bundle);
  }
}

const NOT_TRIED: BundleResult['failure'] = {
  reason: 'not_attempted',
  error: 'payment for another bundle failed',
  comment: 'bundle was not attempted',
};

/** How long a supplier takes, by the sandbox's clock. */
function pause(desk: Desk, bundle: Bundle): Promise<void> {
  const slow = [bundle.source.code, ...bundle.orders.map(({ event }) => event.id)].map(
    (id) => desk.store.slow.get(id) ?? 0,
  );
  const ms = Math.max(...slow, ...bundle.orders.map(({ event }) => event.behaviour?.slowMs ?? 0));
  return ms === 0 ? Promise.resolve() : new Promise((done) => desk.world.later(ms, done));
}

function refusalOf(
  desk: Desk,
  { uuid, addressLineTwo }: Transaction,
  bundle: Bundle,
): BundleResult['failure'] | undefined {
  const ids = [uuid, bundle.source.code, ...bundle.orders.map(({ event }) => event.id)];
  const ordered = ids.some((id) => desk.store.doomed.has(id));
  const own = bundle.orders.some(({ event: { behaviour } }) => {
    if (behaviour?.purchaseFails === 'always') return true;
    return behaviour?.purchaseFails === 'fail part one' && addressLineTwo.toLowerCase() === 'fail part one';
  });
  if (!ordered && !own) return undefined;
  return {
    reason: 'supplier_failure',
    error: 'The supplier refused the purchase',
    comment: 'ext_test: fail part one',
  };
}

async function win(desk: Desk, transaction: Transaction, bundle: Bundle): Promise<void> {
  const reference = `PURCHASE-${randomBytes(3).toString('hex').toUpperCase()}`;
  bundle.result = { success: true, reference };
  for (const order of bundle.orders) {
    order.reference = `${reference}-${order.item}`;
    if (order.send.type === 'selfprint') issueVoucher(desk, transaction.uuid, order.item);
  }
  noteHolds(desk, transaction, 'booked', bundle.orders);
  noteBookings(desk, transaction, bundle, 'booked');
  await capture(desk, transaction, bundle);
}

async function lose(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  failure: BundleResult['failure'],
): Promise<void> {
  bundle.result = { success: false, failure };
  for (const order of bundle.orders) letGo(desk, order);
  noteHolds(desk, transaction, 'released', bundle.orders);
  noteBookings(desk, transaction, bundle, 'failed');
  await giveBack(desk, transaction, bundle);
}

/** `T000-0000-8N66-K30B`. */
function transactionId(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
  const four = () => [...randomBytes(4)].map((byte) => letters[byte % letters.length]).join('');
  return `T000-0000-${four()}-${four()}`;
}
