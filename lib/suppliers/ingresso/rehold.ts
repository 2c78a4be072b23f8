import type { Checkout, Item } from '@/lib/checkout/model';
import type { CallContext, HoldResult, StepResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import { close } from './close';
import type { AccountId } from './config';
import type { Desk } from './desk';
import { type Held, heldFrom } from './held';
import { begin, type HoldMemo, readHold } from './memo';
import { finalStep } from './outcome';
import { refuse } from './refuse';
import { tokensOf } from './release';
import { reserve } from './reserve';

/**
 * Before the same is held again: a hold that still stands (with another account than before, see {@link moveHold}) is
 * shown as it is; what stands otherwise is let go of, because it would hold the same seats against us. Null: reserve.
 */
export async function resume(desk: Desk, ctx: CallContext, previous: Checkout): Promise<HoldResult | null> {
  const hold = readHold(previous.memo);
  if (!hold || previous.request.kind !== 'lines') return null;
  if (previous.closedAt === null) {
    const status = await desk.send(ctx, hold.account, calls.status(hold.uuid));
    if (status.kind !== 'ok') return { kind: 'unknown' };
    const { request } = previous;
    const held =
      status.value.transaction_status === 'reserved'
        ? heldFrom(desk, hold.account, status, { request, quoted: null, previous })
        : null;
    if (held) return held;
  }
  const closed = await close(desk, ctx, hold, tokensOf(previous));
  return closed.kind === 'taken' ? { kind: 'refused', refusals: [{ code: 'already_paid' }] } : null;
}

export type Moved =
  | { readonly ok: true; readonly hold: HoldMemo; readonly memo: Held['memo'] }
  | { readonly ok: false; readonly result: StepResult };

/**
 * Holds the same seats with another of the partner's accounts, or once more after a try that used the transaction up:
 * lets go first, because Ingresso gives nobody seats that are held. Whatever differs is shown before it can be paid.
 */
export async function moveHold(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  from: HoldMemo,
  to: AccountId,
): Promise<Moved> {
  const { request } = checkout;
  if (request.kind !== 'lines') return no(refuse('hold_expired', false));
  const closed = await close(desk, ctx, from, tokensOf(checkout));
  if (closed.kind === 'unknown') return no(refuse('supplier_unavailable', true));
  if (closed.kind === 'taken')
    return no(finalStep(desk, checkout, from, begin(from, 'purchase'), closed.wire));
  const result = await reserve(desk, ctx, to, withSeats(request, checkout.items), checkout);
  if (result.kind === 'refused') return no(refuse(result.refusals[0]?.code ?? 'seats_gone', false));
  const hold = result.kind === 'held' ? readHold(result.memo) : null;
  if (result.kind !== 'held' || !hold) return no(refuse('supplier_unavailable', false));
  if (isAsShown(result, checkout)) return { ok: true, hold, memo: result.memo };
  // Reads the new hold, shows what changed, and asks: see `resume`.
  const asked: StepResult = { ...refuse('price_changed', true), holdMemo: result.memo };
  return no(asked);
}

function no(result: StepResult): Moved {
  return { ok: false, result };
}

/** Where seats were chosen, those that the customer has now are asked for: others may have been accepted since. */
function withSeats(
  request: Extract<Checkout['request'], { kind: 'lines' }>,
  items: readonly Item[],
): Extract<Checkout['request'], { kind: 'lines' }> {
  const lines = request.lines.map((line, index) => {
    const item = items.find(({ id }) => id === String(index + 1));
    const seats = line.seats && item?.seats?.length === line.seats.length ? item.seats : line.seats;
    return { ...line, ...(seats ? { seats } : {}) };
  });
  return { ...request, lines };
}

/** The same tickets in the same seats for the same money, sent in the same way. */
function isAsShown({ items, totals, changes }: Held, checkout: Checkout): boolean {
  const essence = (item: Held['items'][number]) =>
    JSON.stringify([
      item.id,
      item.title,
      item.startsAt,
      item.tickets,
      [...(item.seats ?? [])].sort(),
      item.price,
      item.fee,
      item.delivery,
    ]);
  const sums = (rows: Checkout['totals']) => JSON.stringify(rows.map(({ indication: _, ...row }) => row));
  return (
    changes.length === 0 &&
    sums(totals) === sums(checkout.totals) &&
    items.map(essence).join() === checkout.items.map(essence).join()
  );
}
