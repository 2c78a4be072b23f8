import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { Mail } from '@/lib/qa/wire';

/** What the shop has sent, newest first, as plain text. */
export function Mails({ mails, locale }: { mails: readonly Mail[]; locale: Locale }) {
  const t = translator(locale, 'qa');
  if (mails.length === 0) return <p className="text-muted">{t('mail.none')}</p>;
  return (
    <ul className="space-y-3">
      {[...mails].reverse().map(({ id, at, to, subject, text }) => (
        <li key={id}>
          <details className="rounded-lg border border-line bg-raised">
            <summary className="rounded-lg px-5 py-4 font-semibold">
              {subject}
              <span className="figures block text-sm font-normal text-muted">
                {at} · {t('mail.to', { to: to.join(', ') })}
              </span>
            </summary>
            <pre className="supplied px-5 pb-5 font-sans text-sm">{text}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
