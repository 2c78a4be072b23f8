import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, ReleaseResult } from '@/lib/checkout/supplier';
import { close } from './close';
import type { Desk } from './desk';
import { isAway } from './left-alone';
import { isBegun, readAttempt, readHold } from './memo';

/**
 * Lets go of the seats. A customer who is at the payment page is not pulled out of it before their time is up; after
 * that the callout is ended first, so that nothing can be taken through it.
 */
export async function release(desk: Desk, ctx: CallContext, checkout: Checkout): Promise<ReleaseResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { kind: 'released' };
  if (isBegun(checkout, hold.uuid) && isAway(checkout, desk.now())) return { kind: 'busy' };
  const closed = await close(desk, ctx, hold, tokensOf(checkout));
  switch (closed.kind) {
    case 'free':
      return { kind: 'released' };
    case 'taken':
      return { kind: 'busy' };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

/** Every token that Ingresso may be waiting for, the newest first. */
export function tokensOf({ attempts }: Checkout): readonly (string | null | undefined)[] {
  return [...attempts]
    .reverse()
    .flatMap(({ returnToken, memo }) => [readAttempt(memo)?.pending, returnToken]);
}
