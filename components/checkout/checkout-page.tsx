import { Alert } from '@/components/ui/alert';
import { translator } from '@/lib/i18n/translator';
import { Banner } from './banner';
import { HoldClock, hasClock } from './hold-clock';
import { Progress } from './progress';
import { refusalOf } from './refusal';
import { ReloadUnlessLive } from './reload-unless-live';
import type { Shown } from './shown';
import { reloadsAfter, stageOf, titleKey } from './stage';
import { StageFocus } from './stage-focus';
import { StageView } from './stages';
import { Summary } from './summary';

interface CheckoutPageProps extends Shown {
  /** The customer asked to see the form again. */
  editing: boolean;
  /** What the last form answered, when it did not work. */
  problem?: string;
  /** Of this document's policy. */
  nonce?: string;
}

/** A checkout, whatever its state: heading, how it stands, the view for it, and the order beside it. */
export function CheckoutPage({ view, locale, editing, problem, nonce }: CheckoutPageProps) {
  const t = translator(locale, 'checkout');
  const stage = stageOf(view);
  const reload = reloadsAfter(view);
  const key = stage === 'pay' && editing ? 'details' : titleKey(view);
  // The clock carries the plain news itself.
  const plain = view.message.code === 'held';
  const venue = view.items.length === 1 ? view.items[0]?.venue : undefined;
  const title = key === 'waiting' && venue ? t('waiting.title', { venue }) : t(`titles.${key}`);
  // Tickets carry the whole order themselves; beside them it would be told twice.
  const beside = stage !== 'tickets' && stage !== 'failed' && view.items.length > 0;
  return (
    <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-5 py-8 sm:px-8 sm:py-12">
      {reload !== null && <ReloadUnlessLive seconds={reload} nonce={nonce} />}
      <div
        className={beside ? 'grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12' : 'mx-auto max-w-3xl'}
      >
        <div className="min-w-0 space-y-6">
          <Progress view={view} locale={locale} />
          <div className="space-y-2">
            <h1 id="stage" tabIndex={-1} className="supplied text-title outline-none">
              {title}
            </h1>
            <p className="text-muted">
              <bdi dir="ltr" className="figures">
                {t('reference', { reference: view.reference })}
              </bdi>
            </p>
          </div>
          {problem && (
            <Alert tone="danger" role="alert">
              {problem}
            </Alert>
          )}
          {!(plain && hasClock(view)) && <Banner message={view.message} detail={refusalOf(view, locale)} />}
          <HoldClock view={view} locale={locale} />
          <StageView view={view} locale={locale} editing={editing} />
        </div>
        {beside && (
          <aside className="lg:sticky lg:top-6 lg:self-start">
            <Summary view={view} locale={locale} />
          </aside>
        )}
      </div>
      <StageFocus stage={key} target="stage" />
    </main>
  );
}
