import { Info } from 'lucide-react';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** So much is read at a glance; some suppliers send pages. */
const SHORT = { count: 4, length: 200 };

/** What must be known before paying, in the open; only long texts fold. */
export function Notices({ notices, locale }: { notices: readonly string[]; locale: Locale }) {
  if (notices.length === 0) return null;
  const text = notices.join('\n');
  if (notices.length <= SHORT.count && text.length <= SHORT.length) {
    return (
      <p className="supplied flex items-start gap-1.5 text-sm">
        <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        {text}
      </p>
    );
  }
  return (
    <details className="text-sm text-muted">
      <summary className="py-1 underline underline-offset-4">
        {translator(locale, 'checkout')('tickets.notices')}
      </summary>
      <p className="supplied">{text}</p>
    </details>
  );
}
