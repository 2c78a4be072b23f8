'use client';

import { useMemo } from 'react';
import type { StripeTokenParams } from '@/lib/payments/stripe-token/types';
import { useParams } from './parts/use-params';
import { WithStripe } from './stripe/with-stripe';
import { entriesOf } from './stripe-token/entries';
import { TokenForm } from './stripe-token/form';
import type { Texts } from './stripe-token/texts';
import type { PaymentProps } from './types';

/**
 * Makes a card token for each charge with Stripe Elements and `createToken`, for a supplier that charges them itself.
 * Digits are typed into Stripe's frames and never reach this page.
 */
export function StripeToken({ params: json, texts: words, locale, ...rest }: PaymentProps) {
  const { params, key } = useParams<StripeTokenParams>(json);
  const texts = words as Texts;
  const entries = useMemo(() => entriesOf(params), [params]);
  return (
    <WithStripe accounts={entries} scriptUrl={params.scriptUrl} locale={locale} texts={texts}>
      {(clients) => (
        <TokenForm
          key={key}
          entries={entries}
          clients={clients}
          billing={params.billing}
          texts={texts}
          locale={locale}
          {...rest}
        />
      )}
    </WithStripe>
  );
}
