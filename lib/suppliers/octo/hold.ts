import type { JsonObject } from '@/lib/checkout/json';
import type { Change, Checkout, HoldRequest, Refusal } from '@/lib/checkout/model';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import { calls, type Subject } from './calls';
import { type Choice, choose } from './choose';
import type { NoReply } from './client';
import { type Desk, readOrder } from './desk';
import { isMisconfigured, refusalOf } from './errors';
import { type Expected, heldFrom } from './held';
import { subjectOf } from './map';
import { readHold } from './memo';
import { ALONE } from './quote';
import { uuidOf } from './uuid';

type Lines = Extract<HoldRequest, { kind: 'lines' }>;

/** What has been reserved so far. */
interface Taken {
  readonly subject: Subject | null;
  readonly currency: string | null;
  readonly expected: readonly Expected[];
  readonly lost: readonly Refusal[];
}

/**
 * Reserves the lines, one booking each, all in the order that the supplier makes for the first of them. Each booking has
 * a uuid that follows from the checkout, so that doing this twice holds nothing twice.
 */
export async function hold(
  desk: Desk,
  ctx: CallContext,
  request: HoldRequest,
  previous: Checkout | null,
): Promise<HoldResult> {
  if (request.kind !== 'lines') return { kind: 'refused', refusals: [{ code: 'invalid_selection' }] };
  const still = previous && (await stillHeld(desk, ctx, previous));
  if (still) return still;
  const key = previous ? `${previous.id}/${previous.askedAt}` : ctx.traceId;
  const taken = await reserveAll(desk, ctx, request, key);
  if ('kind' in taken) return taken;
  if (!taken.subject) return { kind: 'refused', refusals: taken.lost };
  const order = await readOrder(desk, ctx, taken.subject);
  const held = order.kind === 'ok' ? heldFrom(order.value, taken.expected, ctx.locale) : null;
  if (!held) return { kind: 'unknown' };
  const removed = taken.lost.map(
    ({ title, text }): Change => ({ kind: 'removed', text: [title, text].filter(Boolean).join(': ') }),
  );
  return { ...held, changes: [...removed, ...held.changes] };
}

/**
 * The hold of before, where nobody let go of it: the price moved while it was being paid, and the customer is shown it
 * again. Null when there is none any more.
 */
async function stillHeld(desk: Desk, ctx: CallContext, previous: Checkout): Promise<HoldResult | null> {
  const memo = readHold(previous.memo);
  if (!memo) return null;
  const reply = await readOrder(desk, ctx, memo.subject);
  if (reply.kind === 'refused') return isMisconfigured(reply) ? notHeld(reply) : null;
  if (reply.kind !== 'ok') return { kind: 'unknown' };
  const { state } = reply.value;
  if (state === 'booked' || state === 'pending' || state === 'unknown') return { kind: 'unknown' };
  if (state !== 'held') return null;
  const expected = memo.bookings.map(({ item, uuid }) => ({ item, uuid, price: null }));
  return heldFrom(reply.value, expected, ctx.locale);
}

async function reserveAll(
  desk: Desk,
  ctx: CallContext,
  { lines }: Lines,
  key: string,
): Promise<Taken | HoldResult> {
  let taken: Taken = { subject: null, currency: null, expected: [], lost: [] };
  for (const [index, line] of lines.entries()) {
    if (taken.subject?.kind === 'booking') {
      taken = { ...taken, lost: [...taken.lost, { code: 'limit_reached', text: ALONE }] };
      continue;
    }
    const read = await choose(desk, ctx, line, taken.currency);
    if (read.kind === 'reply' && read.reply.kind !== 'refused') return { kind: 'unknown' };
    if (read.kind !== 'chosen') {
      const refusal = read.kind === 'never' ? read.refusal : refusalIn(read.reply);
      taken = { ...taken, lost: [...taken.lost, refusal] };
      continue;
    }
    const next = await reserve(desk, ctx, read.choice, taken, uuidOf(key, index), `i${index + 1}`);
    if ('kind' in next) return next;
    taken = next;
  }
  return taken;
}

async function reserve(
  desk: Desk,
  ctx: CallContext,
  choice: Choice,
  taken: Taken,
  uuid: string,
  item: string,
): Promise<Taken | HoldResult> {
  const reply = await desk.send(ctx, calls.reserve(reservation(choice, uuid, taken.subject)));
  if (reply.kind === 'unsent' || reply.kind === 'lost') return { kind: 'unknown' };
  if (reply.kind === 'refused') {
    if (isMisconfigured(reply)) return notHeld(reply);
    return { ...taken, lost: [...taken.lost, refusalOf(reply, choice.title)] };
  }
  return {
    ...taken,
    subject: taken.subject ?? subjectOf(reply.value),
    currency: taken.currency ?? choice.currency ?? null,
    expected: [...taken.expected, { item, uuid, price: choice.price }],
  };
}

/** The same for the same line, to the letter: the supplier compares a repeat with what it was asked before. */
function reservation(choice: Choice, uuid: string, order: Subject | null): JsonObject {
  const { product, option, availability, units, currency } = choice;
  const ids = units.flatMap(({ unit, quantity }) => Array.from({ length: quantity }, () => unit.id));
  return {
    uuid,
    productId: product.id,
    optionId: option.id,
    ...(availability === null ? {} : { availabilityId: availability }),
    ...(order ? { orderId: order.id } : {}),
    ...(currency ? { currency } : {}),
    unitItems: ids.map((unitId, index) => ({ uuid: uuidOf(uuid, index), unitId })),
  };
}

function refusalIn(reply: NoReply): Refusal {
  return reply.kind === 'refused' ? refusalOf(reply) : { code: 'supplier_unavailable' };
}

function notHeld(reply: NoReply): HoldResult {
  return { kind: 'refused', refusals: [refusalIn(reply)] };
}
