import type { CheckoutView } from '@/lib/api/schemas/checkout';
import { type Locale, messages } from '@/lib/i18n/messages';

/** Why the last try to pay came to nothing, where the sentence of the checkout is about just that. */
export function refusalOf(
  { message, attempt }: Pick<CheckoutView, 'message' | 'attempt'>,
  locale: Locale,
): string | undefined {
  if (!/^(declined|lost_\w+)$/.test(message.code)) return undefined;
  const code = attempt?.step?.kind === 'declined' ? attempt.step.code : attempt?.lastDecline;
  const reasons: Readonly<Record<string, string>> = messages[locale].failures;
  return code && reasons[code];
}
