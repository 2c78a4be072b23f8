import { translator } from '@/lib/i18n/translator';
import { valueAt } from './form/schema';
import type { Shown } from './shown';

/** Who the tickets go to, in two lines, so that a wrong address is seen before paying. */
export function Customer({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const read = (key: string) => valueAt(view.details.values, `customer.${key}`);
  const name = [read('firstName'), read('lastName')].filter(Boolean).join(' ');
  const contact = [read('email'), read('phone')].filter(Boolean).join(' · ');
  if (!name && !contact) return null;
  return (
    <section className="flex items-start justify-between gap-4 rounded-md bg-sunken px-4 py-4">
      <div className="min-w-0 supplied">
        <h2 className="eyebrow font-sans">{t('pay.toDetails')}</h2>
        <p className="font-semibold">
          <bdi>{name}</bdi>
        </p>
        <p className="text-muted">
          <bdi dir="ltr">{contact}</bdi>
        </p>
      </div>
      <a
        href={`/checkout/${view.id}?edit=details`}
        className="shrink-0 py-1 font-semibold underline underline-offset-4"
      >
        {t('details.change')}
      </a>
    </section>
  );
}
