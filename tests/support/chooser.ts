import type { HoldRequest } from '@/lib/checkout/model';
import { eventsOf, nameOf, type SupplierUnderTest } from '../contract/types';
import { JumpClock } from './jump-clock';
import type { TestSandbox } from './sandbox';
import { shopOn } from './shop';

/** Lines name tickets, and nothing that a supplier keeps: they are as good on any other sandbox. */
const known = new Map<string, HoldRequest>();

/** Chooses an option's tickets as a browser does, which needs a supplier and no store. */
export async function chooseFor(
  sandbox: TestSandbox,
  supplier: SupplierUnderTest,
  option: string,
): Promise<HoldRequest> {
  const events = eventsOf(supplier, option).plain;
  const key = `${nameOf(supplier)} ${events.join()}`;
  const chosen = known.get(key) ?? (await choose(sandbox, supplier, events));
  if (chosen.kind === 'lines') known.set(key, chosen);
  return chosen;
}

async function choose(
  sandbox: TestSandbox,
  supplier: SupplierUnderTest,
  events: readonly string[],
): Promise<HoldRequest> {
  const place = { basePort: sandbox.running.ports.control, env: supplier.env, owner: 'browser' };
  const clock = new JumpClock(0, sandbox.clock);
  const verbs = shopOn({ ...place, clock, store: undefined as never }).deps.suppliers.get(supplier.id);
  if (!verbs) throw new Error(`${supplier.id} is not switched on`);
  return supplier.choose(verbs, events);
}
