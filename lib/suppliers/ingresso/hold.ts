import type { Checkout, HoldRequest } from '@/lib/checkout/model';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import type { Desk } from './desk';
import { resume } from './rehold';
import { reserve } from './reserve';

/**
 * Holds the lines for a quarter of an hour. `previous`: the same again, after it was let go of, or because the account
 * changed and other seats came of it; what was held before is let go of first, as Ingresso demands.
 */
export async function hold(
  desk: Desk,
  ctx: CallContext,
  request: HoldRequest,
  previous: Checkout | null,
): Promise<HoldResult> {
  if (request.kind !== 'lines') return { kind: 'refused', refusals: [{ code: 'invalid_selection' }] };
  if (previous) {
    const resumed = await resume(desk, ctx, previous);
    if (resumed) return resumed;
  }
  return reserve(desk, ctx, 'main', request, previous);
}
