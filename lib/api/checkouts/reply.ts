import 'server-only';
import { createHash } from 'node:crypto';
import type { Outcome } from '@/lib/checkout/heart';
import type { Stored } from '@/lib/checkout/store';
import { viewerOf } from '../access';
import type { Context } from '../http/context';
import { json, type Reply, retryAfter } from '../http/reply';
import { fromRefused, type Problem, problem } from '../problems/problem';
import type { CheckoutView } from '../schemas/checkout';
import { checkoutView, refusalView } from '../view';

type Asking = Pick<Context, 'foyer' | 'caller'>;

/** A checkout as an answer: its ETag, and when to ask again while something is at work. */
export function checkoutReply({ foyer, caller }: Asking, stored: Stored, status = 200): Reply {
  const view = checkoutView(foyer, stored, viewerOf(caller));
  return json(view, status, headersOf(view));
}

/** A command's outcome: the checkout as it is now, 202 while it is still being worked on, or what was refused. */
export function outcomeReply(asking: Asking, outcome: Outcome, status = 200): Reply {
  if (!outcome.ok) return fromRefused(outcome.problem);
  const waits = checkoutView(asking.foyer, outcome.stored, 'onlooker').next.action === 'wait';
  return checkoutReply(asking, outcome.stored, waits ? 202 : status);
}

/** For a poll: 304 when nothing that is shown has changed. */
export function polledReply({ foyer, caller, request }: Context, stored: Stored): Reply {
  const view = checkoutView(foyer, stored, viewerOf(caller));
  const headers = headersOf(view);
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return known.includes(headers.ETag)
    ? new Response(null, { status: 304, headers })
    : json(view, 200, headers);
}

/** Everything that was asked for is gone: 409 with reasons; else null. */
export function nothingHeld({ checkout }: Stored): Problem | null {
  if (checkout.refusals.length === 0) return null;
  const refusals = checkout.refusals.map((refusal) => refusalView(checkout, refusal));
  return problem('nothing_held', { members: { checkout: checkout.id, refusals } });
}

/**
 * Weak, and made of what is shown rather than of the version alone: some of it follows from the clock. What only tells
 * the time stays out.
 */
function headersOf({ serverNow: _, next, ...view }: CheckoutView): Record<string, string> & { ETag: string } {
  const shown = JSON.stringify([view, next.action]);
  const etag = createHash('sha256').update(shown).digest('base64url').slice(0, 22);
  return { ETag: `W/"${etag}"`, ...retryAfter(next.retryAfterMs) };
}
