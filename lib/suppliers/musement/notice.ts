import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { CallContext, Heard, Notice } from '@/lib/checkout/supplier';
import { readJson } from '@/lib/platform/json';
import { calls } from './calls';
import type { Desk } from './desk';

const noticeWire = z.looseObject({ order_uuid: z.string().min(1).max(200) });
const extraWire = z.looseObject({ clientReferenceId: z.string().regex(/^[\w-]{1,100}$/) });

/**
 * A notice of Musement's: who sent it is asked first, by the pair that we gave it. Nothing in it is believed but which order it
 * names; the order itself says whose checkout it is, by what we wrote on it.
 */
export async function heard(desk: Desk, ctx: CallContext, notice: Notice): Promise<Heard> {
  if (!isOurs(desk, notice.authorization)) return { kind: 'forged' };
  const json = readJson(notice.body);
  const named = noticeWire.safeParse(json.ok ? json.value : null);
  if (!named.success) return { kind: 'nothing' };
  const order = await desk.send(ctx, calls.order(named.data.order_uuid));
  if (order.kind === 'refused') return { kind: 'nothing' };
  if (order.kind !== 'ok') return { kind: 'later' };
  const extra = readJson(order.value.extra_data ?? '');
  const ours = extraWire.safeParse(extra.ok ? extra.value : null);
  return ours.success ? { kind: 'about', checkoutId: ours.data.clientReferenceId } : { kind: 'nothing' };
}

/** HTTP Basic, compared in a time that tells nothing: both sides are hashed first, so that they are of one length. */
function isOurs({ config }: Desk, authorization: string | null): boolean {
  const { webhook } = config;
  if (!webhook || !authorization) return false;
  const wanted = `Basic ${Buffer.from(`${webhook.user}:${webhook.password}`).toString('base64')}`;
  return timingSafeEqual(digest(authorization), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
