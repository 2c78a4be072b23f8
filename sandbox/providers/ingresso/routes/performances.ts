import { ok } from '../answers';
import { eventOf, findEvent } from '../catalogue';
import { SOURCES } from '../catalogue/sources';
import type { EventSpec } from '../catalogue/types';
import type { Call, Desk } from '../desk';
import { findPerformance, type Performance, performancesBetween } from '../performances';
import { bad } from '../refusals';
import { performanceWire } from '../wire/performance';
import { currencyDetails, type Voice, voiceOf } from '../wire/voice';
import { dateRange, pageOfList } from './paging';
import type { Endpoint } from './types';

/** The most tickets that the platform believes could be had in one order. */
function mostLeft({ store }: Desk, performance: Performance): number {
  const { event } = performance;
  const left = event.types.flatMap((type) =>
    type.bands.map((band) => store.stock.left({ performance, type, band })),
  );
  return Math.min(event.maxSeats, Math.max(0, ...left));
}

function currencies(voice: Voice, events: readonly EventSpec[]): Record<string, unknown> {
  if (!voice.params.flag('req_cost_range') && !voice.params.flag('req_avail_details')) return {};
  return currencyDetails(
    voice,
    events.map(({ source }) => SOURCES[source].currency),
  );
}

function show(call: Call, voice: Voice, performance: Performance): Record<string, unknown> {
  return performanceWire(voice, performance, mostLeft(call.desk, performance));
}

/** The dates of an event, and performances by their ids. */
export const performanceEndpoints: Readonly<Record<string, Endpoint>> = {
  'performances.v1': {
    handler: (call) => {
      const event = findEvent(call.params.need('event_id'));
      if (!event) throw bad('event_id is not known');
      const voice = voiceOf(call);
      const { from, to } = dateRange(call.params);
      const all = performancesBetween(event, call.desk.world.clock.now(), from, to);
      const { page, status } = pageOfList(all, call.params);
      return ok({
        ...currencies(voice, [event]),
        results: {
          has_perf_names: all.some(({ name }) => name !== undefined),
          paging_status: status,
          performance: page.map((one) => show(call, voice, one)),
        },
      });
    },
  },
  'performances_by_id.v1': {
    handler: (call) => {
      const ids = call.params.list('perf_id_list');
      if (ids.length === 0) throw bad('perf_id_list is required');
      const voice = voiceOf(call);
      const now = call.desk.world.clock.now();
      const found = ids.flatMap((id) => {
        const event = eventOf(id);
        return (event && findPerformance(event, id, now)) ?? [];
      });
      return ok({
        ...currencies(
          voice,
          found.map(({ event }) => event),
        ),
        performances_by_id: Object.fromEntries(found.map((one) => [one.id, show(call, voice, one)])),
      });
    },
  },
};
