import type { Seat } from '@/lib/checkout/catalogue';
import { plainText } from '@/lib/platform/plain-text';
import type { BandWire } from './wire-offer';

/** Free seats of a band, row by row, in blocks of neighbours; undefined where seats cannot be chosen. */
export function seatsOf({ free_seat_blocks: blocks }: BandWire): readonly Seat[] | undefined {
  if (!blocks) return undefined;
  const restricted = new Set(blocks.restricted_view_seats ?? []);
  const notices = noticesOf(blocks.seats_by_text_message ?? {});
  const seats = Object.entries(blocks.blocks_by_row).flatMap(([row, inRow]) =>
    inRow.flatMap((block, number) =>
      block.map(
        (id): Seat => ({
          id,
          label: id,
          row,
          block: `${row}/${number + 1}`,
          available: true,
          ...(restricted.has(id) ? { restricted: true } : {}),
          ...(notices.has(id) ? { notice: notices.get(id) } : {}),
        }),
      ),
    ),
  );
  return seats.length > 0 ? seats : undefined;
}

/** What has to be said about a seat, by seat; several messages about one are all said. */
function noticesOf(byMessage: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const notices = new Map<string, string>();
  for (const [message, ids] of Object.entries(byMessage)) {
    const text = plainText(message, 500);
    for (const id of ids) notices.set(id, [notices.get(id), text].filter(Boolean).join(' '));
  }
  return notices;
}
