import { ingressoUnderTest } from './ingresso';
import { musementUnderTest } from './musement';
import { certifiedOctoUnderTest, octoUnderTest, singleOctoUnderTest } from './octo';
import { tickittoUnderTest } from './tickitto';
import type { SupplierUnderTest } from './types';

/** Every supplier and set-up, one line each. The contract suite, the crash table and the PostgreSQL tests run all of them. */
export const suppliersUnderTest: readonly SupplierUnderTest[] = [
  ingressoUnderTest,
  musementUnderTest,
  octoUnderTest,
  singleOctoUnderTest,
  certifiedOctoUnderTest,
  tickittoUnderTest,
];

/** The ledger's groups of any checkout. */
export function groupsOf(checkout: Parameters<SupplierUnderTest['groups']>[0]): readonly string[] {
  const one = suppliersUnderTest.find(({ id }) => id === checkout.supplier);
  if (!one) throw new Error(`tests/contract/suppliers.ts does not know ${checkout.supplier}`);
  return one.groups(checkout);
}
