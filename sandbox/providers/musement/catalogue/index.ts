import { ABROAD } from './abroad';
import { ITALY } from './italy';
import { SCENARIO_ACTIVITIES } from './scenarios';
import type { ActivitySpec } from './types';

/** Everything that is on sale, scenario activities last. */
export const ACTIVITIES: readonly ActivitySpec[] = [...ITALY, ...ABROAD, ...SCENARIO_ACTIVITIES];

const byId = new Map(ACTIVITIES.flatMap((one) => [[one.uuid, one] as const, [one.number, one] as const]));

/** An activity by its uuid, or by its number (`0101`), which only the control port knows. */
export function findActivity(id: string): ActivitySpec | undefined {
  return byId.get(id);
}
