import { formatMoment } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** What to expect of an item that somebody confirms by hand. */
export function AnswerBy({ at, locale }: { at: string; locale: Locale }) {
  const t = translator(locale, 'checkout');
  return <p>{t('tickets.answerBy', { when: formatMoment(at, undefined, locale) })}</p>;
}
