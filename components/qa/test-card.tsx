import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { Scenario } from '@/lib/qa/wire';

/** A test card to be typed or copied. */
export function TestCard({ card, locale }: { card: NonNullable<Scenario['card']>; locale: Locale }) {
  const t = translator(locale, 'qa');
  const common = translator(locale, 'common');
  const grouped = card.number.replace(/(\d{4})(?=\d)/g, '$1 ');
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-sunken px-4 py-3">
      <p className="figures">
        <bdi dir="ltr" className="font-semibold">
          {grouped}
        </bdi>
        <span className="block text-sm text-muted">
          {t('scenario.expiry')} {card.expiry} · {t('scenario.cvc')} {card.cvc}
        </span>
      </p>
      <CopyButton
        value={card.number}
        label={common('copy')}
        done={common('copied')}
        description={t('scenario.copyCard', { number: grouped })}
        className={buttonClass({ kind: 'secondary', size: 'small' })}
      />
    </div>
  );
}
