import type { Voucher } from '@/lib/checkout/step';
import type { Answer, CallContext, VoucherFile } from '@/lib/checkout/supplier';
import { isFrom } from '@/lib/platform/address';
import type { Desk } from './desk';

/** A voucher's PDF, from one of the configured origins. The call carries no key: the address is the key. At most 16 MB. */
export async function voucherFile(
  { config, documents }: Desk,
  ctx: CallContext,
  voucher: Voucher,
): Promise<Answer<VoucherFile>> {
  if (voucher.kind !== 'pdf' || !isFrom(voucher.url, config.documentOrigins))
    return { ok: false, code: 'not_found' };
  const { origin, pathname, searchParams } = new URL(voucher.url);
  const answer = await documents(origin).call(ctx, {
    name: 'octo.voucher',
    method: 'GET',
    path: pathname,
    query: Object.fromEntries(searchParams),
    kind: 'catalogue',
    repeat: 'always',
  });
  if (answer.kind !== 'answered' || answer.status >= 500) return { ok: false, code: 'unavailable' };
  if (answer.status === 404 || answer.status === 410) return { ok: false, code: 'not_found' };
  // A page in place of a document (a login, an apology) must not be handed to anybody as a ticket.
  const isPdf = new TextDecoder('latin1').decode(answer.bytes.slice(0, 5)) === '%PDF-';
  if (answer.status !== 200 || !isPdf) return { ok: false, code: 'refused' };
  return { ok: true, value: { contentType: 'application/pdf', body: answer.bytes } };
}
