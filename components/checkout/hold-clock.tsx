import { Timer } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Countdown } from './countdown';
import { OFFER_MORE, secondsLeft } from './countdown-schedule';
import { MoreTime } from './more-time';
import type { Shown } from './shown';

/**
 * How long the tickets stay held, and the plain news with it. More time where the supplier gives it and little is left; a clock
 * that stands still, without JavaScript, cannot tell when that is.
 * `still`: for a document that must not change under a payment; it does not reload, at the end or for more time.
 */
export function HoldClock({ view, locale, still = false }: Shown & { still?: boolean }) {
  const t = translator(locale, 'checkout');
  if (!hasClock(view)) return null;
  const end = view.expiresAt ?? view.serverNow;
  const more = !view.capabilities.extend ? null : still ? (
    <MoreTime id={view.id} expiresAt={end} label={t('clock.extend')} none={t('clock.noMore')} />
  ) : (
    <form method="post" action={`/checkout/${view.id}/extend`} className="ms-auto">
      <Button kind="quiet" size="small">
        {t('clock.extend')}
      </Button>
    </form>
  );
  const early = secondsLeft(Date.parse(end), Date.parse(view.serverNow)) > OFFER_MORE;
  return (
    <div
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-sunken px-4 py-3"
      data-print="no"
    >
      <Timer aria-hidden className="size-5 text-accent" />
      <span className="font-semibold">{t('clock.label')}</span>
      <Countdown
        expiresAt={end}
        serverNow={view.serverNow}
        label={t('clock.left')}
        said={messages[locale].checkout.clock.said}
        soon={t('clock.soon')}
        still={still}
      >
        {more}
      </Countdown>
      {early && !still && <noscript className="ms-auto">{more}</noscript>}
      {view.message.code === 'held' && !still && <p className="basis-full text-muted">{view.message.text}</p>}
      <noscript className="basis-full text-sm text-muted">{t('clock.noscript')}</noscript>
    </div>
  );
}

/** Whether time is running out for this checkout. */
export function hasClock({ tickets, expiresAt }: Shown['view']): boolean {
  return tickets === 'held' && expiresAt !== null;
}
