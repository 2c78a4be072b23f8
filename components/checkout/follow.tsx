import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import { ladderOf } from './ladder';
import { Poll } from './poll';
import type { Shown } from './shown';

/** For orders that have ended but for what is still to come, tickets or money: the page says that it looks, and does. */
export function Follow({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const tickets = view.items.some(({ voucherToCome, status }) => voucherToCome || status === 'booking');
  return (
    <Card className="py-4 sm:py-4" data-print="no">
      <Poll
        id={view.id}
        version={view.version}
        retryAfterMs={view.next.retryAfterMs ?? 0}
        ladder={ladderOf(t(tickets ? 'tickets.looking' : 'money.looking'), {})}
      />
    </Card>
  );
}
