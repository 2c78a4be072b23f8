import { SOURCES } from '../catalogue/sources';
import { endOfSale, type Performance } from '../performances';
import { runsOf } from '../seats';
import type { Place } from '../stock';
import { quantities } from './cost-range';
import { discountsWire, priceWire } from './price-band';
import { seatWire } from './seat';
import { currencyDetails, known, type Voice } from './voice';

/** What can be bought of a performance. Where nothing is left, or its supplier is down, the lists are empty. */
export function availabilityWire(
  voice: Voice,
  performance: Performance,
  wanted: number | undefined,
): Record<string, unknown> {
  const { event } = performance;
  const { currency, maxBundleSize, code } = SOURCES[event.source];
  const down = voice.desk.store.isDown(event);
  const over = endOfSale(performance) <= voice.desk.world.clock.now();
  const types = down || over ? [] : typesWire(voice, performance, wanted);
  return known({
    availability: { ticket_type: types },
    backend_is_broken: false,
    backend_is_down: down,
    backend_throttle_failed: false,
    can_leave_singles: voice.old ? event.choice?.singles !== 'never' : undefined,
    can_select_seats: voice.old ? undefined : event.choice !== undefined,
    contiguous_seat_selection_only: event.choice?.contiguous ?? true,
    currency_code: currency,
    ...(voice.desired ? { desired_currency_code: voice.desired } : {}),
    ...currencyDetails(voice, [currency]),
    max_bundle_size: voice.old ? undefined : maxBundleSize,
    must_select_whole_seat_block: voice.old ? undefined : false,
    source_code: code,
    valid_quantities: types.length === 0 ? [] : quantities(event),
  });
}

function typesWire(
  voice: Voice,
  performance: Performance,
  wanted: number | undefined,
): Record<string, unknown>[] {
  return performance.event.types.flatMap((type) => {
    const bands = type.bands.flatMap((band) => {
      const place = { performance, type, band };
      const most = mostTogether(voice, place);
      return most === 0 || most < (wanted ?? 1) ? [] : [bandWire(voice, place, most)];
    });
    if (bands.length === 0) return [];
    return [{ price_band: bands, ticket_type_code: type.code, ticket_type_desc: type.desc }];
  });
}

/** How many tickets can be had side by side. */
function mostTogether({ desk }: Voice, place: Place): number {
  const { event } = place.performance;
  const left = desk.store.stock.left(place);
  if (!place.band.rows) return Math.min(left, event.maxSeats);
  const runs = Object.values(runsOf(place.band, new Set(desk.store.stock.free(place)))).flat();
  return Math.min(event.maxSeats, Math.max(0, ...runs.map((ids) => ids.length)));
}

function bandWire(voice: Voice, place: Place, most: number): Record<string, unknown> {
  const { band, performance } = place;
  const { event } = performance;
  const { params, desk } = voice;
  const free = band.rows ? desk.store.stock.free(place) : [];
  return known({
    ...priceWire(voice, place, band.discounts[0], most),
    allows_leaving_single_seats: voice.old ? undefined : (event.choice?.singles ?? 'always'),
    example_seats:
      params.flag('add_example_seats') && free.length > 0
        ? free.slice(0, 3).map((id) => seatWire(voice, event, seatAt(place, id)))
        : undefined,
    example_seats_are_real: params.flag('add_example_seats') && free.length > 0 ? true : undefined,
    free_seat_blocks: params.flag('add_seat_blocks') && event.choice ? blocksWire(place, free) : undefined,
    possible_discounts: params.flag('add_discounts')
      ? { discount: discountsWire(voice, place, most) }
      : undefined,
    price_band_desc: band.desc,
    unsuffixed_price_band_code: voice.old ? undefined : band.code.replace(/\/\w+$/, ''),
    valid_quantities: voice.old ? undefined : quantities(event, most),
  });
}

function seatAt({ performance: { event } }: Place, id: string) {
  return { id, restricted: event.restricted?.includes(id) ?? false, text: event.seatTexts?.[id] };
}

/** The free seats by row, in runs of neighbours, with what has to be said of some of them. */
function blocksWire(place: Place, free: readonly string[]): Record<string, unknown> {
  const rows = runsOf(place.band, new Set(free));
  const messages: Record<string, string[]> = {};
  for (const id of free) {
    const { text } = seatAt(place, id);
    if (text) messages[text] = [...(messages[text] ?? []), id];
  }
  return {
    blocks_by_row: rows,
    restricted_view_seats: free.filter((id) => seatAt(place, id).restricted),
    seats_by_text_message: messages,
    separators_by_row: Object.fromEntries(Object.keys(rows).map((name) => [name, ''])),
  };
}
