import { ok } from '../answers';
import type { Call } from '../desk';
import { bad, gone } from '../refusals';
import { findTransaction } from '../transaction/find';
import type { Page, Transaction } from '../transaction/model';
import { refresh } from '../transaction/reserve';
import { statusWire } from '../wire/transaction';
import { voiceOf } from '../wire/voice';
import type { Endpoint } from './types';

const HOUR_MS = 3_600_000;
const RESERVE_PAGE_MS = 24 * HOUR_MS;
const PURCHASE_PAGE_MS = 366 * 24 * HOUR_MS;

function byId({ desk, params, user }: Call): Transaction {
  const id = params.need('transaction_id');
  const found = [...desk.store.transactions.values()].find((one) => one.id === id && one.user.id === user.id);
  if (!found) throw bad('transaction_id is not known');
  refresh(desk, found);
  return found;
}

/** An answer as it was sent, while it is kept. */
function archived({ desk }: Call, page: Page | null, keptMs: number): Page {
  if (!page) throw bad('there is no archived page for this transaction');
  if (page.atMs + keptMs < desk.world.clock.now()) throw gone('the archived page is too old');
  return page;
}

/** What became of a transaction, and the answers that were sent about it. */
export const statusEndpoints: Readonly<Record<string, Endpoint>> = {
  'status.v1': { handler: (call) => ok(statusWire(voiceOf(call), findTransaction(call), call.user)) },
  'trans_id_status.v1': { handler: (call) => ok(statusWire(voiceOf(call), byId(call), call.user)) },
  'reserve_page_archive.v1': {
    handler: (call) => archived(call, findTransaction(call).reservePage, RESERVE_PAGE_MS),
  },
  'purchase_page_archive.v1': {
    handler: (call) => archived(call, findTransaction(call).purchasePage, PURCHASE_PAGE_MS),
  },
};
