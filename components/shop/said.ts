import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** What a form of the basket has to say on the page it leads to; anything else says nothing. */
export function saidText(
  locale: Locale,
  said: string | undefined,
  most: string | undefined,
): string | undefined {
  const t = translator(locale, 'shop');
  if (said === 'counted') return t('basket.countedSaid');
  if (said === 'full') return t('basket.full', { most: Number(most) || 0 });
  return undefined;
}
