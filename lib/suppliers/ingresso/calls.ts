import type { HttpCall } from '@/lib/platform/http/types';
import { cancelWire, outcomeWire, releaseWire, reserveWire, trolleyWire } from './wire';
import { eventsByIdWire, eventsWire, performancesWire } from './wire-event';
import { availabilityWire } from './wire-offer';
import { sendMethodsWire } from './wire-order';

export type Pair = readonly [name: string, value: string];
type Query = NonNullable<HttpCall['query']>;

/** Purchases wait for ticketing systems and banks: two minutes are ordinary, and the platform itself never gives up. */
const PURCHASE_MS = 170_000;
/** Reading a transaction waits for whatever is being done to it. */
const STATUS_MS = 40_000;
const RESERVE_MS = 60_000;

/** The small picture of an event, in whatever answer the event stands. */
const PICTURED = { req_media_square: 'true', req_media_triplet_one: 'true' } as const;
/** Pictures, a few words, and what the cheapest ticket costs. */
const LISTED: Query = {
  ...PICTURED,
  req_cost_range: 'true',
  req_extra_info: 'true',
  req_media_landscape: 'true',
};
const DETAILED: Query = { ...LISTED, req_media_marquee: 'true' };

/**
 * Every call that we make (F13 documentation). `repeat` is the retry table: what may happen twice over there without
 * harm may be sent twice. A second reserve would hold twice, a second purchase is never sent: only `unsent` repeats.
 */
export const calls = {
  /** Pages count from 0. */
  events: (keywords: string, page: number, length: number) => ({
    http: get('events', {
      ...LISTED,
      keywords: keywords || undefined,
      sort_order: keywords ? undefined : 'most_popular',
      page_len: length,
      page_no: page,
    }),
    schema: eventsWire,
  }),

  event: (id: string) => ({
    http: get('events_by_id', { ...DETAILED, event_id_list: id }),
    schema: eventsByIdWire,
  }),

  /** `range` is `yyyymmdd:yyyymmdd`, either side blank. */
  performances: (event_id: string, page: number, length: number, range?: string) => ({
    http: get('performances', { event_id, date_range: range, page_len: length, page_no: page }),
    schema: performancesWire,
  }),

  availability: (perf_id: string) => ({
    http: get('availability', { perf_id, add_discounts: 'true', add_seat_blocks: 'true' }),
    schema: availabilityWire,
  }),

  sendMethods: (perf_id: string) => ({ http: get('send_methods', { perf_id }), schema: sendMethodsWire }),

  /** Only computes: the contents are in the token, and nothing is held. */
  trolley: (query: Query) => ({
    http: { ...get('trolley', { ...PICTURED, ...query }), kind: 'payment' as const },
    schema: trolleyWire,
  }),

  reserve: (pairs: readonly Pair[]) => ({
    http: post('reserve', [...pairs, ...Object.entries(PICTURED)], RESERVE_MS),
    schema: reserveWire,
  }),

  /** Answers the same however often it is asked. */
  release: (uuid: string) => ({
    http: { ...post('release', [['transaction_uuid', uuid]]), repeat: 'always' as const },
    schema: releaseWire,
  }),

  purchase: (pairs: readonly Pair[]) => ({
    http: post('purchase', pairs, PURCHASE_MS),
    schema: outcomeWire,
  }),

  /**
   * Everything that came back with the customer goes on as it came, with the payment page's address. A token stands in
   * the path; both are ours, of letters and digits.
   */
  callback: (tokens: { used: string; next: string }, pairs: readonly Pair[], referer?: string) => ({
    http: {
      ...post('callback', pairs, PURCHASE_MS),
      path: `/f13/callback.v1/this.${encodeURIComponent(tokens.used)}/next.${encodeURIComponent(tokens.next)}`,
      ...(referer ? { headers: { referer } } : {}),
    },
    schema: outcomeWire,
  }),

  status: (transaction_uuid: string) => ({
    http: {
      ...get('status', { ...PICTURED, transaction_uuid }),
      kind: 'payment' as const,
      deadlineMs: STATUS_MS,
    },
    schema: outcomeWire,
  }),

  /** The purchase's first answer, word for word, for a year; a refusal where there was no purchase. */
  archive: (transaction_uuid: string) => ({
    http: { ...get('purchase_page_archive', { transaction_uuid }), kind: 'payment' as const },
    schema: outcomeWire,
  }),

  cancel: (uuid: string, items: readonly number[]) => ({
    http: post(
      'cancel',
      [
        ['transaction_uuid', uuid],
        ['cancel_items_list', items.join(',')],
      ],
      PURCHASE_MS,
    ),
    schema: cancelWire,
  }),
};

function get(name: string, query: Query): HttpCall {
  return {
    name: `ingresso.${name}`,
    method: 'GET',
    path: `/f13/${name}.v1`,
    query,
    kind: 'catalogue',
    repeat: 'always',
  };
}

function post(name: string, form: readonly Pair[], deadlineMs?: number): HttpCall {
  return {
    name: `ingresso.${name}`,
    method: 'POST',
    path: `/f13/${name}.v1`,
    body: { form },
    kind: 'payment',
    repeat: 'unsent',
    deadlineMs,
  };
}
