import { EUROPE } from './europe';
import { LONDON } from './london';
import { OVERSEAS } from './overseas';
import { PARIS } from './paris';
import { SCENARIO_EVENTS } from './scenarios';
import type { EventSpec } from './types';

/** Everything that is on sale, scenario events last. */
export const EVENTS: readonly EventSpec[] = [...LONDON, ...PARIS, ...EUROPE, ...OVERSEAS, ...SCENARIO_EVENTS];

const byId = new Map(EVENTS.map((event) => [event.id, event]));

/** An event by Tickitto's id, such as `T101`. */
export function findEvent(id: string): EventSpec | undefined {
  return byId.get(id);
}
