import { DEMO } from './demo';
import { EUROPE } from './europe';
import { LONDON } from './london';
import { SCENARIO_EVENTS } from './scenarios';
import type { EventSpec, PriceBand, TicketType } from './types';

/** Everything that is on sale, scenario events last. */
export const EVENTS: readonly EventSpec[] = [...DEMO, ...LONDON, ...EUROPE, ...SCENARIO_EVENTS];

const byId = new Map(EVENTS.map((event) => [event.id, event]));

/** An event by the platform's id, such as `6IF`. */
export function findEvent(id: string): EventSpec | undefined {
  return byId.get(id);
}

/** The event of a performance's id: what is before the last dash. */
export function eventOf(perfId: string): EventSpec | undefined {
  const dash = perfId.lastIndexOf('-');
  return dash < 0 ? undefined : findEvent(perfId.slice(0, dash));
}

/** A part of house and a price band of an event by their codes. */
export function findBand(
  event: EventSpec,
  typeCode: string,
  bandCode: string,
): { type: TicketType; band: PriceBand } | undefined {
  const type = event.types.find(({ code }) => code === typeCode);
  const band = type?.bands.find(({ code }) => code === bandCode);
  return type && band ? { type, band } : undefined;
}
