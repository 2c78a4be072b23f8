import { RefreshCw } from 'lucide-react';
import { translator } from '@/lib/i18n/translator';
import { ladderOf } from './ladder';
import { Poll } from './poll';
import type { Shown } from './shown';

/** For orders that have ended but for what is still to come, tickets or money: the page says that it looks, and does. */
export function Follow({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const tickets = view.items.some(({ voucherToCome, status }) => voucherToCome || status === 'booking');
  return (
    <div className="flex items-center gap-2 text-muted" data-print="no">
      <RefreshCw aria-hidden className="size-4 shrink-0" />
      <Poll
        id={view.id}
        version={view.version}
        retryAfterMs={view.next.retryAfterMs ?? 0}
        ladder={ladderOf(t(tickets ? 'tickets.looking' : 'money.looking'), {})}
      />
    </div>
  );
}
