import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import { Follow } from '../follow';
import { Money } from '../money';
import type { Shown } from '../shown';
import { polls } from '../stage';
import { TicketCard } from '../ticket/ticket-card';

/** No tickets came of it: each item with what happened to it, and the money above all. */
export function FailedView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <div className="space-y-6">
      {polls(view) && <Follow view={view} locale={locale} />}
      <Money view={view} locale={locale} />
      {view.items.map((item) => (
        <TicketCard key={item.id} item={item} view={view} locale={locale} />
      ))}
      <Card className="space-y-4">
        <p>{t('failed.help', { reference: view.reference })}</p>
        <Button asChild kind="secondary">
          <a href="/">{t('failed.again')}</a>
        </Button>
      </Card>
    </div>
  );
}
