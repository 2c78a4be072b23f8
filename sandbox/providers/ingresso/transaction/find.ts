import type { Call } from '../desk';
import { bad } from '../refusals';
import type { Transaction } from './model';
import { refresh } from './reserve';

/** The account's own transaction that a call names; somebody else's is as unknown as none. */
export function findTransaction({ desk, params, user }: Call): Transaction {
  const uuid = params.need('transaction_uuid');
  const transaction = desk.store.transactions.get(uuid);
  if (!transaction || transaction.user.id !== user.id) throw bad('transaction_uuid is not known');
  refresh(desk, transaction);
  return transaction;
}
