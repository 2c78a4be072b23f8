import type { Voucher } from '@/lib/checkout/step';
import type { Answer, CallContext, VoucherFile } from '@/lib/checkout/supplier';
import { isFrom } from '@/lib/platform/address';
import { fetchPdf } from '@/lib/platform/http';
import type { Desk } from './desk';

/** A voucher's PDF, from Tickitto's own origin only: the call carries our key. At most 16 MB. */
export async function voucherFile(
  { config, http }: Desk,
  ctx: CallContext,
  { kind, url }: Voucher,
): Promise<Answer<VoucherFile>> {
  if (kind !== 'pdf' || !isFrom(url, [config.url])) return { ok: false, code: 'not_found' };
  return fetchPdf(http, ctx, { name: 'tickitto.voucher', url });
}
