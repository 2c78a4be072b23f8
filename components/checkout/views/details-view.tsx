import { Button } from '@/components/ui/button';
import { translator } from '@/lib/i18n/translator';
import { DetailsForm } from '../form/details-form';
import type { Shown } from '../shown';

/** The form, and below it the way out. */
export function DetailsView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <div className="space-y-4">
      <p className="text-muted">{t('details.lead')}</p>
      <DetailsForm view={view} locale={locale} />
      {view.capabilities.release && (
        <form method="post" action={`/checkout/${view.id}/release`}>
          <Button kind="quiet" size="small" className="-ms-4">
            {t('details.release')}
          </Button>
        </form>
      )}
    </div>
  );
}
