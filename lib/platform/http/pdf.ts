import type { Answer, CallContext, VoucherFile } from '@/lib/checkout/supplier';
import type { HttpClient } from './types';

/** A ticket's PDF from an address on the client's own origin; whoever calls has checked that it is one. At most 16 MB. */
export async function fetchPdf(
  http: HttpClient,
  ctx: CallContext,
  { name, url }: { readonly name: string; readonly url: string },
): Promise<Answer<VoucherFile>> {
  const { pathname, searchParams } = new URL(url);
  const answer = await http.call(ctx, {
    name,
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
