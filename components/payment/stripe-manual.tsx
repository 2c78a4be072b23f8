'use client';

import { Elements } from '@stripe/react-stripe-js';
import { useMemo } from 'react';
import type { StripeManualParams } from '@/lib/payments/stripe-manual/types';
import { useParams } from './parts/use-params';
import { WithStripe } from './stripe/with-stripe';
import { BankQuestion } from './stripe-manual/bank-question';
import { CardForm } from './stripe-manual/card-form';
import type { Texts } from './stripe-manual/texts';
import type { PaymentProps } from './types';

/**
 * Makes a PaymentMethod of a card with Stripe Elements, and puts the bank's question, for a supplier whose server confirms.
 * Digits are typed into Stripe's frames and never reach this page.
 */
export function StripeManual({ params: json, texts: words, locale, ...page }: PaymentProps) {
  const { params } = useParams<StripeManualParams>(json);
  const texts = words as Texts;
  const { publishableKey, scriptUrl } = params;
  const accounts = useMemo(() => [{ publishableKey }], [publishableKey]);
  return (
    <WithStripe accounts={accounts} scriptUrl={scriptUrl} locale={locale} texts={texts}>
      {([stripe]) =>
        stripe &&
        (params.ask === 'card' ? (
          <Elements stripe={stripe}>
            <CardForm stripe={stripe} billing={params.billing} texts={texts} {...page} />
          </Elements>
        ) : (
          <BankQuestion key={params.clientSecret} stripe={stripe} params={params} texts={texts} {...page} />
        ))
      }
    </WithStripe>
  );
}
