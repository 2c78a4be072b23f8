import { type Amount, formatAmount } from '@/lib/checkout/money';
import { cn } from './cn';

/** An amount, kept left to right and unbroken in any language. */
export function Price({ value, locale, className }: { value: Amount; locale: string; className?: string }) {
  return (
    <bdi dir="ltr" className={cn('figures whitespace-nowrap', className)}>
      {formatAmount(value, locale)}
    </bdi>
  );
}
