import { ArrowUpRight } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { ShownScenario } from './sandbox';

/**
 * One click to the page on which the tester takes over, in a tab of its own: this page stays and shows the ledger beside it.
 * Where choosing is what a scenario is about, the event.
 */
export function OpenPurchase({ scenario, locale }: { scenario: ShownScenario; locale: Locale }) {
  const t = translator(locale, 'qa');
  const { id, title, buy, off } = scenario;
  if (off) return <p className="text-sm text-muted">{t('scenario.off', { option: buy.option })}</p>;
  const [event = ''] = buy.events;
  const about = <span className="sr-only">{`— ${title}. ${t('newTab')}`}</span>;
  if (buy.opens === 'event')
    return (
      <a
        href={`/events/${buy.supplier}/${encodeURIComponent(event)}`}
        target="_blank"
        rel="noopener"
        className={buttonClass({ kind: 'secondary', size: 'small' })}
      >
        {t('scenario.event')}
        {about}
        <ArrowUpRight aria-hidden className="size-4" />
      </a>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <form method="post" action="/qa/open" target="_blank" rel="noopener">
        <input type="hidden" name="scenario" value={id} />
        <Button size="small">
          {t(`scenario.${buy.opens}`)}
          {about}
          <ArrowUpRight aria-hidden className="size-4" />
        </Button>
      </form>
      <p className="text-sm text-muted">{buy.option}</p>
    </div>
  );
}
