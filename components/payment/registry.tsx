'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { DropinSkeleton } from './adyen-dropin/skeleton';
import { ButtonSkeleton } from './parts/button-skeleton';
import { FormSkeleton } from './parts/form-skeleton';
import { LinkSkeleton } from './parts/link-skeleton';
import type { PaymentProps } from './types';

const loading = () => <FormSkeleton />;

/** The component of each payment method, one line each. Its code and its provider's SDK load when it is shown, not before. */
export const paymentComponents: Readonly<Record<string, ComponentType<PaymentProps>>> = {
  'adyen-card-fields': dynamic(() => import('./adyen-card-fields').then((module) => module.AdyenCardFields), {
    ssr: false,
    loading: () => <DropinSkeleton text="" holder />,
  }),
  'adyen-dropin': dynamic(() => import('./adyen-dropin').then((module) => module.AdyenDropin), {
    ssr: false,
    loading: () => <DropinSkeleton text="" holder />,
  }),
  // Rendered on the server too: it works without scripts.
  'payment-link': dynamic(() => import('./payment-link').then((module) => module.PaymentLink), {
    loading: () => <LinkSkeleton />,
  }),
  'spreedly-express': dynamic(() => import('./spreedly-express').then((module) => module.SpreedlyExpress), {
    ssr: false,
    loading: () => <ButtonSkeleton />,
  }),
  'stripe-card': dynamic(() => import('./stripe-card').then((module) => module.StripeCard), {
    ssr: false,
    loading,
  }),
  'stripe-manual': dynamic(() => import('./stripe-manual').then((module) => module.StripeManual), {
    ssr: false,
    loading,
  }),
  'stripe-token': dynamic(() => import('./stripe-token').then((module) => module.StripeToken), {
    ssr: false,
    loading,
  }),
};
