import { Alert } from '@/components/ui/alert';
import type { CheckoutView, ItemView } from '@/lib/api/schemas/checkout';
import { formatAmount } from '@/lib/checkout/money';
import { type Locale, messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { itemMoney } from '../amounts';
import { AnswerBy } from './answer-by';

interface NotBookedProps {
  item: ItemView;
  entries: CheckoutView['money']['entries'];
  locale: Locale;
}

/** Why an item is not booked, and what happens to its money. Says nothing certain while anything is open. */
export function NotBooked({ item, entries, locale }: NotBookedProps) {
  const t = translator(locale, 'checkout');
  if (item.status === 'booking' || item.status === 'unknown') {
    return (
      <Alert tone="warning" title={t('tickets.pendingTitle')}>
        {item.answerBy && <AnswerBy at={item.answerBy} timeZone={item.timeZone} locale={locale} />}
      </Alert>
    );
  }
  const reasons: Readonly<Record<string, string>> = messages[locale].failures;
  const money = itemMoney(item.id, entries);
  const told =
    'amount' in money
      ? t(money.kind === 'refundDue' ? 'money.itemRefundDue' : 'money.itemRefunded', {
          amount: formatAmount(money.amount, locale),
        })
      : t(money.kind === 'shared' ? 'money.itemShared' : 'money.itemNone');
  return (
    <Alert
      tone={item.status === 'failed' ? 'danger' : 'neutral'}
      title={item.code ? (reasons[item.code] ?? reasons.unknown_reason) : undefined}
    >
      {item.why && (
        <p className="supplied">
          <bdi>{item.why}</bdi>
        </p>
      )}
      {told}
    </Alert>
  );
}
