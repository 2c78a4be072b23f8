import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { Scenario } from './sandbox';

/** Each outcome with the card or the event that brings it about. */
export function Scenarios({ scenarios, locale }: { scenarios: readonly Scenario[]; locale: Locale }) {
  const t = translator(locale, 'qa');
  return (
    <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
      {scenarios.map((scenario) => (
        <li key={scenario.id} className="flex">
          <Card className="flex flex-1 flex-col gap-3 p-5 sm:p-5">
            <p className="eyebrow">{scenario.id}</p>
            <h3 className="text-lg leading-snug">{scenario.title}</h3>
            <p>{scenario.how}</p>
            <p className="text-sm text-muted">
              <strong>{t('scenario.expect')}:</strong> {scenario.expect}
            </p>
            <div className="mt-auto space-y-3 pt-2">
              {scenario.card && <TestCard card={scenario.card} locale={locale} />}
              {scenario.event && (
                <a
                  href={`/events/${scenario.provider}/${encodeURIComponent(scenario.event)}`}
                  className={buttonClass({ kind: 'secondary', size: 'small' })}
                >
                  {t('scenario.event')}
                </a>
              )}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function TestCard({ card, locale }: { card: NonNullable<Scenario['card']>; locale: Locale }) {
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
