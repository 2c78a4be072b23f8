import { formatMoment } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface AnswerByProps {
  at: string;
  /** The venue's. */
  timeZone?: string;
  locale: Locale;
}

/** What to expect of an item that somebody confirms by hand. */
export function AnswerBy({ at, timeZone, locale }: AnswerByProps) {
  const t = translator(locale, 'checkout');
  return <p>{t('tickets.answerBy', { when: formatMoment(at, timeZone, locale) })}</p>;
}
