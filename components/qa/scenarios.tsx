import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { OpenPurchase } from './open-purchase';
import type { ShownScenario } from './sandbox';
import { TestCard } from './test-card';

interface ScenariosProps {
  scenarios: readonly ShownScenario[];
  locale: Locale;
}

/** Every outcome by the system that brings it about, each with its card or button and a purchase to meet it in. */
export function Scenarios({ scenarios, locale }: ScenariosProps) {
  const t = translator(locale, 'qa');
  const systems = new Map<string, ShownScenario[]>();
  for (const one of scenarios) systems.set(one.provider, [...(systems.get(one.provider) ?? []), one]);
  return (
    <>
      <nav aria-label={t('systems')}>
        <ul className="flex flex-wrap gap-2">
          {[...systems].map(([provider, own]) => (
            <li key={provider}>
              <a href={`#${provider}`} className={buttonClass({ kind: 'secondary', size: 'small' })}>
                {own[0]?.system} <span className="figures text-muted">{own.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {[...systems].map(([provider, own]) => (
        <section key={provider} aria-labelledby={provider} className="space-y-4">
          <h2 id={provider} className="scroll-mt-6 text-2xl">
            {own[0]?.system}
          </h2>
          <ul className="grid gap-4 md:grid-cols-2">
            {own.map((scenario) => (
              <li key={scenario.id} className="flex">
                <ScenarioCard scenario={scenario} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ScenarioCard({ scenario, locale }: { scenario: ShownScenario; locale: Locale }) {
  const t = translator(locale, 'qa');
  return (
    <Card id={scenario.id} className="flex flex-1 scroll-mt-6 flex-col gap-3 p-5 sm:p-5">
      <p className="eyebrow">{scenario.id}</p>
      <h3 className="text-lg leading-snug">{scenario.title}</h3>
      <p>{scenario.how}</p>
      <p className="text-sm text-muted">
        <strong>{t('scenario.expect')}:</strong> {scenario.expect}
      </p>
      {scenario.ends && (
        <p className="text-sm text-muted">
          <strong>{t('scenario.end')}:</strong> {t(`scenario.ends.${scenario.ends}`)}
          {Object.entries(scenario.instead).map(
            ([done, ends]) =>
              ends && (
                <span key={done} className="block">
                  {t('scenario.instead', { done, end: t(`scenario.ends.${ends}`) })}
                </span>
              ),
          )}
        </p>
      )}
      <div className="mt-auto space-y-3 pt-2">
        {scenario.card && <TestCard card={scenario.card} locale={locale} />}
        <OpenPurchase scenario={scenario} locale={locale} />
      </div>
    </Card>
  );
}
