'use client';

import { Elements } from '@stripe/react-stripe-js';
import { useMemo } from 'react';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { useParams } from './parts/use-params';
import { WithStripe } from './stripe/with-stripe';
import { CardForm } from './stripe-card/form';
import type { Texts } from './stripe-card/texts';
import type { PaymentProps } from './types';

/**
 * Pays by card with Stripe Elements and `confirmCardPayment`. Digits are typed into Stripe's frames and never reach
 * this page.
 */
export function StripeCard({ params: json, texts: words, locale, ...rest }: PaymentProps) {
  const { params } = useParams<StripeCardParams>(json);
  const texts = words as Texts;
  const accounts = useMemo(
    () => [{ publishableKey: params.publishableKey, account: params.account }],
    [params],
  );
  return (
    <WithStripe accounts={accounts} scriptUrl={params.scriptUrl} locale={locale} texts={texts}>
      {([stripe]) =>
        stripe && (
          <Elements stripe={stripe}>
            <CardForm
              key={params.clientSecret}
              stripe={stripe}
              params={params}
              texts={texts}
              locale={locale}
              {...rest}
            />
          </Elements>
        )
      }
    </WithStripe>
  );
}
