import 'server-only';
import type { Checkout } from '@/lib/checkout/model';
import type { Voucher } from '@/lib/checkout/step';
import { voucherElsewhere, voucherResponse } from '../checkouts/voucher';
import { call } from '../http/handler';
import { problem } from '../problems/problem';
import { voucherParams } from '../schemas/requests';
import { noAnswer } from './no-answer';

/** GET /api/checkouts/{id}/vouchers/{voucher} */
export const readVoucher = call(
  {
    id: 'readVoucher',
    method: 'GET',
    path: '/api/checkouts/{id}/vouchers/{voucher}',
    summary: 'The document of a voucher, fetched from its supplier, or the way to its page',
    access: 'checkout',
    params: voucherParams,
    answers: {
      200: { description: 'The document', type: 'application/pdf' },
      303: { description: 'The supplier’s page, or a wallet’s, that is the voucher', headers: ['Location'] },
    },
    problems: ['supplier_unavailable'],
  },
  async ({ foyer, params, checkout: { checkout }, locale }) => {
    const voucher = voucherOf(checkout, params.voucher);
    if (voucher?.kind === 'link' && voucher.url) return voucherElsewhere(voucher.url);
    const supplier = foyer.suppliers.get(checkout.supplier);
    if (!voucher || !supplier?.document) return problem('not_found');
    const ctx = { traceId: checkout.traceId, locale, record: () => undefined };
    const answer = await supplier.document(ctx, voucher);
    return answer.ok ? voucherResponse(answer.value, checkout.reference, voucher) : noAnswer(answer, locale);
  },
);

/** A code to be drawn by the page has no document; a voucher of a cancelled item admits nobody. */
function voucherOf({ items }: Checkout, id: string): Voucher | undefined {
  return items
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ vouchers }) => vouchers)
    .find((voucher) => voucher.id === id && voucher.url !== undefined);
}
