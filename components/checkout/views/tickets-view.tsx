import { buttonClass } from '@/components/ui/button';
import { translator } from '@/lib/i18n/translator';
import { Follow } from '../follow';
import { Money } from '../money';
import type { Shown } from '../shown';
import { polls } from '../stage';
import { PrintButton } from '../ticket/print-button';
import { TicketCard } from '../ticket/ticket-card';

/** Booked tickets first, then what is still being booked, then what was not: each with its own fate. */
const ORDER = ['booked', 'booking', 'unknown', 'open', 'held', 'failed', 'cancelled', 'released', 'expired'];

export function TicketsView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const items = [...view.items].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const rest = items.filter(({ status }) => status !== 'booked');
  const cancelled = rest.every(({ status }) => status === 'cancelled');
  const lead = rest.length === 0 ? 'lead' : cancelled ? 'leadCancelled' : 'leadMixed';
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-3 sm:flex-nowrap" data-print="no">
        <p className="max-w-prose text-lg">{t(`tickets.${lead}`)}</p>
        <PrintButton
          label={t('tickets.print')}
          className={`${buttonClass({ kind: 'secondary', size: 'small' })} shrink-0`}
        />
      </div>
      {polls(view) && <Follow view={view} locale={locale} />}
      {items.map((item) => (
        <TicketCard key={item.id} item={item} view={view} locale={locale} />
      ))}
      <Money view={view} locale={locale} />
    </div>
  );
}
