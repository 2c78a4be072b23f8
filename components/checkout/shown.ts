import type { CheckoutView } from '@/lib/api/schemas/checkout';
import type { Locale } from '@/lib/i18n/messages';

/** What every view of a checkout is given. */
export interface Shown {
  readonly view: CheckoutView;
  readonly locale: Locale;
}
