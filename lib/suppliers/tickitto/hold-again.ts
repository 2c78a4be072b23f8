import type { Change, Checkout, Refusal } from '@/lib/checkout/model';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import { type Again, type Basket, heldItems, isOpen } from './basket';
import { type AddWire, calls } from './client';
import { askBasket, type Desk, readBasket } from './desk';
import { failureOf } from './errors';
import { notHeld, takeOver } from './hold';
import { type HoldMemo, readHold } from './memo';

/**
 * Holds the same again. Into the same basket while Tickitto lets it change: then there is still one intent for it, and
 * doing this twice adds nothing twice, because what is in it already is recognised. Else into a new one.
 *
 * Seats may differ: the wire names them by label only, so the same kind of tickets is added and Tickitto picks the
 * best that are free; the customer is shown them and accepts before paying.
 */
export async function holdAgain(desk: Desk, ctx: CallContext, previous: Checkout): Promise<HoldResult> {
  const memo = readHold(previous.memo);
  if (!memo) return { kind: 'refused', refusals: [{ code: 'hold_expired' }] };
  const reply = await readBasket(desk, ctx, memo.basketId);
  const forgotten = reply.kind === 'refused' && reply.status === 404;
  if (reply.kind !== 'ok' && !forgotten) return notHeld(reply);
  const basket = reply.kind === 'ok' && isOpen(reply.value) ? reply.value : await freshBasket(desk, ctx);
  if ('kind' in basket) return basket;
  if (basket.items.some(({ state }) => state === 'holding')) return { kind: 'unknown' };
  const missing = memo.lines.filter((line) => !isIn(basket, memo, line));
  // Never let go of: the price moved, or a part was lost, while the customer was here. What is left is shown to them.
  const gone =
    previous.closedAt === null ? { lost: missing, refusals: [] } : await addAll(desk, ctx, basket, missing);
  if ('kind' in gone) return gone;
  const changes = gone.lost.map(({ title }): Change => ({ kind: 'removed', text: title }));
  const result = await takeOver(desk, ctx, basket.id, changes);
  if (result.kind === 'refused' && gone.refusals.length > 0) return { ...result, refusals: gone.refusals };
  return result.kind === 'held'
    ? { ...result, changes: [...result.changes, ...movedSeats(previous, memo, result)] }
    : result;
}

/** A basket that holds nothing yet; one that got lost on the way holds nothing either. */
async function freshBasket(desk: Desk, ctx: CallContext): Promise<Basket | HoldResult> {
  const made = await askBasket(desk, ctx, calls.createBasket(desk.config.currency));
  return made.kind === 'ok' ? made.value : notHeld(made);
}

type Line = HoldMemo['lines'][number];

/** The very item, or one for the same tickets that an earlier, interrupted try added; each stands for one line only. */
function isIn(basket: Basket, memo: HoldMemo, line: Line): boolean {
  const held = heldItems(basket);
  if (held.some(({ shown }) => shown.id === line.item)) return true;
  const ids = new Set(memo.lines.map(({ item }) => item));
  const strangers = held.filter(
    ({ shown, again }) => !ids.has(shown.id) && keyOf(again) === keyOf(line.again),
  );
  const absent = memo.lines.filter(
    (other) => keyOf(other.again) === keyOf(line.again) && !held.some(({ shown }) => shown.id === other.item),
  );
  return absent.indexOf(line) < strangers.length;
}

interface Added {
  readonly lost: readonly Line[];
  readonly refusals: readonly Refusal[];
}

/** Adds lines one after another. A lost answer ends it: the next try finds what got there. */
async function addAll(
  desk: Desk,
  ctx: CallContext,
  basket: Basket,
  lines: readonly Line[],
): Promise<Added | HoldResult> {
  const lost: Line[] = [];
  const refusals: Refusal[] = [];
  for (const line of lines) {
    const code = line.again ? await add(desk, ctx, basket.id, line.again) : 'hold_expired';
    if (code === 'unknown') return { kind: 'unknown' };
    if (code === 'added') continue;
    lost.push(line);
    refusals.push({ code, item: line.item });
  }
  return { lost, refusals };
}

async function add(desk: Desk, ctx: CallContext, basketId: string, again: Again) {
  const session = await desk.send(ctx, calls.session(again.event, basketId));
  if (session.kind === 'refused') return failureOf(session.type);
  if (session.kind !== 'ok') return 'unknown';
  const { currency } = desk.config;
  const added = await askBasket(
    desk,
    ctx,
    calls.add(basketId, session.value.session_id, currency, bodyOf(again)),
  );
  if (added.kind === 'refused' && added.status !== 429) return failureOf(added.type);
  return added.kind === 'ok' ? 'added' : 'unknown';
}

function bodyOf({ availability, product, band, options }: Again): AddWire {
  return {
    availability_id: availability,
    product_id: product,
    ...(band === null ? {} : { band_id: band }),
    booking_options: options.map(({ concession, quantity }) => ({
      ...(concession === null ? {} : { concession_id: concession }),
      quantity,
    })),
  };
}

/** Items that now have other seats than the customer chose. */
function movedSeats(
  previous: Checkout,
  memo: HoldMemo,
  result: Extract<HoldResult, { kind: 'held' }>,
): readonly Change[] {
  const now = readHold(result.memo)?.lines ?? [];
  const free = now.filter(({ item }) => !memo.lines.some((line) => line.item === item));
  return memo.lines.flatMap((line): readonly Change[] => {
    const before = previous.items.find(({ id }) => id === line.item)?.seats;
    const at = free.findIndex(({ again }) => keyOf(again) === keyOf(line.again));
    if (!before || now.some(({ item }) => item === line.item) || at < 0) return [];
    const [taken] = free.splice(at, 1);
    const after = result.items.find(({ id }) => id === taken?.item)?.seats ?? [];
    if (after.join() === before.join()) return [];
    return [{ itemId: taken?.item, kind: 'seats', text: after.join(', ') }];
  });
}

function keyOf(again: Again | null): string {
  if (!again) return '';
  const options = again.options.map(({ concession, quantity }) => `${concession}:${quantity}`).sort();
  return [again.event, again.availability, again.product, again.band, ...options].join('|');
}
