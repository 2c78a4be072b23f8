import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import type { EventView, ShopSupplier } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Picker } from './picker';

interface TicketsProps {
  event: EventView;
  supplier: ShopSupplier;
  handle?: string;
  locale: Locale;
}

/** Where tickets are chosen: the supplier's picker, with what it says put into our words. */
export function Tickets({ event, supplier, handle, locale }: TicketsProps) {
  const t = translator(locale, 'shop');
  const words = {
    frame: t('picker.frame', { title: event.title }),
    loading: t('picker.loading'),
    failed: t('picker.failed'),
    retry: t('picker.retry'),
    expired: t('picker.expired'),
    reopen: t('picker.reopen'),
    error: t('picker.error'),
    taken: t('picker.taken'),
  };
  return (
    <section id="tickets" className="space-y-4 max-lg:order-first">
      <h2 className="text-2xl">{t('event.choose')}</h2>
      {handle && <p className="text-muted">{t('picker.joins')}</p>}
      <noscript>
        <Alert tone="warning">{t('picker.noscript')}</Alert>
      </noscript>
      {event.picker && (
        <Picker
          supplier={supplier.id}
          event={event.id}
          handle={handle}
          words={words}
          buttonClass={buttonClass()}
        />
      )}
      <p className="text-sm text-muted">{t('results.soldBy', { supplier: supplier.name })}</p>
    </section>
  );
}
