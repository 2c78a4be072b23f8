import { payAsTold } from '../tills';
import type { Act, Walk } from '../walk';
import { events } from './events';
import { ingresso } from './ingresso';
import { musement } from './musement';
import { octo } from './octo';
import { fromOrder, leave, payThenLater } from './parts';
import { payers } from './payers';
import { tickitto } from './tickitto';
import { tikkie } from './tikkie';

/** What a tester does where it is more than to pay once with what the scenario names. */
const ACTS: Readonly<Record<string, Act>> = {
  ...events,
  ...ingresso,
  ...tickitto,
  ...octo,
  ...musement,
  ...tikkie,
  ...payers,
};

/** Does as the scenario says. */
export async function act(walk: Walk): Promise<void> {
  await (ACTS[walk.scenario.id] ?? usual(walk))(walk);
}

function usual({ scenario: { buy, ends } }: Walk): Act {
  if (ends === 'refused' || ends === 'expired') return leave;
  if (buy.opens === 'order') return fromOrder;
  return buy.later ? payThenLater : payAsTold;
}
