'use client';

import { Elements } from '@stripe/react-stripe-js';
import type { Stripe } from '@stripe/stripe-js';
import { useEffect, useMemo, useState } from 'react';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { FormSkeleton } from './form-skeleton';
import { CardForm } from './stripe/form';
import { loadClient } from './stripe/load';
import type { Texts } from './stripe/texts';
import type { PaymentProps } from './types';

/**
 * Pays by card with Stripe Elements and `confirmCardPayment`. Digits are typed into Stripe's frames and never reach
 * this page. The server checked `params` against the method's schema before it handed them out.
 */
export function StripeCard({ params: json, texts: words, locale, ...rest }: PaymentProps) {
  // The step comes anew with every refresh of the page; the form must not, while somebody types into it.
  const key = JSON.stringify(json);
  const params = useMemo(() => JSON.parse(key) as StripeCardParams, [key]);
  const texts = words as Texts;
  const { stripe, failed, retry } = useClient(params, locale);

  if (failed) {
    return (
      <div role="alert" className="space-y-4 rounded-md border-s-4 border-danger bg-danger-soft p-4">
        <p>{texts.notLoaded}</p>
        <button
          type="button"
          onClick={retry}
          className="min-h-12 rounded-full border border-edge bg-raised px-6 font-semibold hover:border-ink"
        >
          {texts.retry}
        </button>
      </div>
    );
  }
  if (!stripe) {
    return (
      <div role="status">
        <span className="sr-only">{texts.opening}</span>
        <FormSkeleton />
      </div>
    );
  }
  return (
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
  );
}

/** Stripe's client for this payment, and another try where its script could not be had. */
function useClient(params: StripeCardParams, locale: string) {
  const [client, setClient] = useState<{ stripe: Stripe | null; failed: boolean }>({
    stripe: null,
    failed: false,
  });
  const [tries, setTries] = useState(0);
  const { scriptUrl, publishableKey, account } = params;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks for the same again
  useEffect(() => {
    let here = true;
    loadClient({ scriptUrl, publishableKey, account }, locale).then(
      (stripe) => here && setClient({ stripe, failed: false }),
      () => here && setClient({ stripe: null, failed: true }),
    );
    return () => {
      here = false;
    };
  }, [scriptUrl, publishableKey, account, locale, tries]);
  const retry = () => {
    setClient({ stripe: null, failed: false });
    setTries((count) => count + 1);
  };
  return { ...client, retry };
}
