import { formatAmount } from '@/lib/checkout/money';
import type { PaymentLinkParams } from '@/lib/payments/payment-link/types';
import type { Texts } from './texts';

interface FactsProps {
  params: PaymentLinkParams;
  locale: string;
  texts: Texts;
}

/** What whoever pays will read at the service: to be compared, because the link leaves the shop. */
export function Facts({ params: { payee, description, amount }, locale, texts }: FactsProps) {
  const rows = [
    [texts.payee, payee],
    [texts.description, description],
    [texts.amount, formatAmount(amount, locale)],
  ] as const;
  return (
    <dl className="divide-y divide-line border-line border-y">
      {rows.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4 py-2">
          <dt className="text-muted">{name}</dt>
          <dd className="supplied figures min-w-0 text-end font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
