import { Alert } from '@/components/ui/alert';
import { translator } from '@/lib/i18n/translator';
import { ladderOf } from './ladder';
import { Poll } from './poll';
import type { Shown } from './shown';
import { underWay } from './stage';

/**
 * Follows a payment that may be going on in another tab: says so, leads into the very same payment (which cannot be
 * paid twice), and moves with the order as soon as it does. Silent, but asking, while there is none.
 */
export function UnderWay({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const attempt = underWay(view);
  const poll = (said: string, className: string) => (
    <Poll
      id={view.id}
      version={view.version}
      retryAfterMs={view.next.retryAfterMs ?? 0}
      ladder={ladderOf(said, {})}
      className={className}
    />
  );
  if (attempt === null) return poll('', 'sr-only');
  return (
    <Alert title={t('pay.underWay')}>
      <div className="space-y-3">
        <p>{t('pay.underWayHow')}</p>
        {view.attempt?.step?.kind === 'pay' && (
          <p>
            <a
              className="font-semibold underline underline-offset-4"
              href={`/checkout/${view.id}/pay/${attempt}`}
            >
              {t('pay.continueLink')}
            </a>
          </p>
        )}
        {poll(t('pay.following'), 'text-sm text-muted')}
      </div>
    </Alert>
  );
}
