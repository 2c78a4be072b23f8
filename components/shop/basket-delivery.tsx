import { Button } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import type { QuoteView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

type Group = QuoteView['delivery'][number];

/** So many countries are named; the rest is counted. */
const NAMED = 6;

/**
 * How the tickets of each group travel, within the form that goes to checkout: what is picked and not counted yet is
 * sent along and never lost, and the total is shown with it first.
 */
export function BasketDelivery({ groups, locale }: { groups: readonly Group[]; locale: Locale }) {
  const t = translator(locale, 'shop');
  const shown = groups.filter(({ choices }) => choices.length > 0);
  if (shown.length === 0) return null;
  return (
    <div className="space-y-5">
      {shown.map((group) => (
        <fieldset key={group.group} className="space-y-2">
          <legend className="supplied mb-3 font-display text-lg font-bold">
            {group.label && shown.length > 1
              ? t('basket.deliveryOf', { group: group.label })
              : t('basket.deliveryTitle')}
          </legend>
          {group.chosen && <input type="hidden" name={`counted.${group.group}`} value={group.chosen} />}
          {group.choices.map((choice) => (
            <Choice key={choice.code} group={group} choice={choice} locale={locale} />
          ))}
        </fieldset>
      ))}
      {shown.some(({ choices }) => choices.length > 1) && (
        <Button kind="secondary" size="small" formAction="/basket/chosen">
          {t('basket.deliveryUpdate')}
        </Button>
      )}
    </div>
  );
}

function Choice({
  group,
  choice,
  locale,
}: {
  group: Group;
  choice: Group['choices'][number];
  locale: Locale;
}) {
  const t = translator(locale, 'shop');
  const { code, label, price, kind, countries = [] } = choice;
  return (
    <label className="flex items-start gap-3 rounded-md border border-edge bg-raised p-3.5 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name={`delivery.${group.group}`}
        value={code}
        defaultChecked={code === group.chosen}
        required
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span className="min-w-0 flex-1">
        <span className="supplied block font-semibold">{label}</span>
        {kind && <span className="block text-sm text-muted">{t(`basket.kinds.${kind}`)}</span>}
        {countries.length > 0 && <span className="supplied block text-sm text-muted">{only(countries)}</span>}
      </span>
      {price.amount === 0 ? (
        <span className="text-muted">{t('basket.free')}</span>
      ) : (
        <Price value={price} locale={locale} className="font-semibold" />
      )}
    </label>
  );

  function only(names: readonly string[]): string {
    const rest = names.length - NAMED;
    const list = new Intl.ListFormat(locale).format(rest > 0 ? names.slice(0, NAMED) : names);
    return rest > 0
      ? t('basket.countriesMany', { countries: names.slice(0, NAMED).join(', '), count: rest })
      : t('basket.countries', { countries: list });
  }
}
