import { LoaderCircle } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Follow } from '../follow';
import { ladderOf } from '../ladder';
import { Poll } from '../poll';
import type { Shown } from '../shown';
import { stageOf } from '../stage';
import { AnswerBy } from '../ticket/answer-by';

/** Nothing to do but wait: says so, asks by itself, and works by a button where there is no JavaScript. */
export function WaitingView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const stage = stageOf(view);
  const byHand = view.items.filter(({ status, answerBy }) => status === 'booking' && answerBy);
  const failed = view.items.filter(({ status }) => status === 'failed');
  // People take their hours: a wheel that turns meanwhile would only keep somebody at the screen.
  const hours =
    stage === 'waiting' && byHand.length > 0 && byHand.length + failed.length === view.items.length;
  return (
    <div className="space-y-6">
      {!hours && <Turning view={view} locale={locale} holding={stage === 'holding'} />}
      {byHand.map(({ id, title, answerBy, timeZone }) => (
        <Alert key={id} tone="neutral" title={title}>
          {answerBy && <AnswerBy at={answerBy} timeZone={timeZone} locale={locale} />}
        </Alert>
      ))}
      {hours ? (
        <Follow view={view} locale={locale} />
      ) : (
        <div aria-hidden className="space-y-3">
          {(view.items.length > 0 ? view.items : [null]).map((item, index) => (
            <Skeleton key={item?.id ?? index} className="h-28 rounded-lg" />
          ))}
        </div>
      )}
      <form method="post" action={`/checkout/${view.id}/check`}>
        <Button kind="secondary">{t('waiting.check')}</Button>
      </form>
    </div>
  );
}

/** For a wait of seconds or minutes: what is said gets calmer the longer it takes. */
function Turning({ view, locale, holding }: Shown & { holding: boolean }) {
  const t = translator(locale, 'checkout');
  const words = messages[locale].checkout;
  const later = Object.entries(holding ? words.holding.ladder : words.waiting.ladder).map(
    ([seconds, text]) => [seconds, text.replace('{reference}', view.reference)] as const,
  );
  const first = t(holding ? 'holding.status' : 'waiting.status');
  return (
    <div className="flex items-start gap-4 rounded-lg border border-line bg-raised p-5 shadow-card sm:p-7">
      <LoaderCircle aria-hidden className="mt-0.5 size-6 shrink-0 animate-spin text-accent" />
      <div className="min-h-20 space-y-2">
        <Poll
          id={view.id}
          version={view.version}
          retryAfterMs={view.next.retryAfterMs ?? 0}
          ladder={ladderOf(first, Object.fromEntries(later))}
          goesOn
          preparing={view.message.code === 'starting'}
          className="text-lg font-semibold"
        />
        <p className="text-muted">{t('waiting.where', { reference: view.reference })}</p>
        <noscript>{t('waiting.noscript')}</noscript>
      </div>
    </div>
  );
}
