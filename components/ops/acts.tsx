import type { OpsCheckout } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Act } from './act';
import { Book } from './book';

/** Everything an operator may do to an order. All of it goes through the same door as the customer's own acts. */
export function Acts({ order, locale }: { order: OpsCheckout; locale: Locale }) {
  const t = translator(locale, 'ops');
  const { id, checkout, money } = order;
  const common = { id, locale };
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t('acts.title')}</h2>
      <Act {...common} act="check" title={t('acts.check')} hint={t('acts.checkHint')} />
      <Act {...common} act="timeout-callback" title={t('acts.timeout')} hint={t('acts.timeoutHint')} />
      <Act {...common} act="cancel" title={t('acts.cancel')} hint={t('acts.cancelHint')} danger>
        <Items items={checkout.items} locale={locale} prefix="cancel" />
      </Act>
      <Act {...common} act="refund" title={t('acts.refund')} hint={t('acts.refundHint')} danger>
        <Items items={checkout.items} locale={locale} prefix="refund" />
      </Act>
      <Book order={order} locale={locale} />
      {money.entries.length > 0 && (
        <Act {...common} act="mark-refunded" title={t('acts.mark')} hint={t('acts.markHint')} danger>
          <fieldset className="space-y-2">
            <legend className="mb-1 font-semibold">{t('acts.entry')}</legend>
            {money.entries.map(({ key, refundDue, currency, exponent }, index) => (
              <label key={key} className="flex items-center gap-3">
                <input
                  type="radio"
                  name="entry"
                  value={key}
                  defaultChecked={index === 0}
                  className="size-5"
                />
                <span className="figures">
                  {key}: {formatAmount({ amount: refundDue, currency, exponent }, locale)}
                </span>
              </label>
            ))}
          </fieldset>
        </Act>
      )}
    </section>
  );
}

interface ItemsProps {
  items: OpsCheckout['checkout']['items'];
  locale: Locale;
  prefix: string;
}

function Items({ items, locale, prefix }: ItemsProps) {
  const t = translator(locale, 'ops');
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 font-semibold">{t('acts.items')}</legend>
      <p className="text-sm text-muted">{t('acts.itemsHint')}</p>
      {items.map(({ id, title }) => (
        <label key={`${prefix}-${id}`} className="flex items-start gap-3">
          <input type="checkbox" name="items" value={id} className="mt-0.5 size-5 shrink-0" />
          <span className="supplied">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
