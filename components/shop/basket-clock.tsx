import { Timer } from 'lucide-react';
import { Countdown } from '@/components/checkout/countdown';
import { type Locale, messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface BasketClockProps {
  expiresAt: string;
  serverNow: string;
  locale: Locale;
}

/** How long the basket is held. Once it lapsed it says so instead of standing at zero. */
export function BasketClock({ expiresAt, serverNow, locale }: BasketClockProps) {
  const t = translator(locale, 'shop');
  const { clock } = messages[locale].checkout;
  if (expiresAt <= serverNow) return <p className="text-sm text-warning">{t('basket.lapsed')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted">
      <Timer aria-hidden className="size-5 text-accent" />
      {t('basket.held')}
      <Countdown
        expiresAt={expiresAt}
        serverNow={serverNow}
        label={clock.left}
        said={clock.said}
        soon={clock.soon}
      />
    </p>
  );
}
