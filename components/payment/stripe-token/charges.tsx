import { formatAmount } from '@/lib/checkout/money';
import type { TokenCharge } from '@/lib/payments/stripe-token/types';

/** What one card pays for, line by line as it will stand on the customer's statement. */
export function Charges({ charges, locale }: { charges: readonly TokenCharge[]; locale: string }) {
  return (
    <ul className="space-y-2 rounded-md bg-sunken px-4 py-3">
      {charges.map((charge) => (
        <li key={charge.key} className="flex items-baseline justify-between gap-4">
          <span className="supplied min-w-0">{charge.label}</span>
          <span className="shrink-0 font-semibold tabular-nums">{formatAmount(charge, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
