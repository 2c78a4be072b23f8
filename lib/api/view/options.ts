import type { Collector } from '@/lib/checkout/collector';
import type { Checkout } from '@/lib/checkout/model';
import { type PaymentOption, paymentOptions } from '@/lib/checkout/options';
import type { Supplier } from '@/lib/checkout/supplier';
import type { PaymentOptionView } from '../schemas/checkout';
import { optionText, plain } from '../text';

/** The ways to pay for this checkout; none once its supplier is switched off. */
export function optionsView(
  checkout: Checkout,
  supplier: Supplier | undefined,
  collectors: Iterable<Collector>,
): PaymentOptionView[] {
  if (!supplier) return [];
  const shown = paymentOptions(checkout, supplier, collectors).filter(({ server }) => !server);
  return shown.map((option) => optionView(checkout.locale, option));
}

function optionView(locale: string, option: PaymentOption): PaymentOptionView {
  const { id, method, label, collects, available, reason, instruments } = option;
  return {
    id,
    method,
    label: optionText(locale, label),
    collects,
    available,
    reason: reason === undefined ? undefined : plain(reason, 300),
    instruments: instruments?.map((one) => ({ kind: one.kind, id: one.id, label: plain(one.label, 120) })),
  };
}
