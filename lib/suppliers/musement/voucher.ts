import type { Voucher } from '@/lib/checkout/step';
import type { Answer, CallContext, VoucherFile } from '@/lib/checkout/supplier';
import { isFrom } from '@/lib/platform/address';
import { fetchPdf } from '@/lib/platform/http/pdf';
import type { Desk } from './desk';

/** A voucher's PDF, from one of the configured origins. The call carries no token: the address is the key. At most 16 MB. */
export async function voucherFile(
  { config, documents }: Desk,
  ctx: CallContext,
  { kind, url }: Voucher,
): Promise<Answer<VoucherFile>> {
  if (kind !== 'pdf' || !isFrom(url, config.documentOrigins)) return { ok: false, code: 'not_found' };
  return fetchPdf(documents(new URL(url).origin), ctx, { name: 'musement.voucher', url });
}
