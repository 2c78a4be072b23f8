import type { MethodModule } from '@/lib/platform/modules';
import { adyenCardFields } from './adyen-card-fields';
import { adyenDropin } from './adyen-dropin';
import { paymentLink } from './payment-link';
import { spreedlyExpress } from './spreedly-express';
import { stripeCard } from './stripe-card';
import { stripeManual } from './stripe-manual';
import { stripeToken } from './stripe-token';

/** Every payment method, one line each. Its component is listed in `components/payment/registry.tsx`. */
export const methods: readonly MethodModule[] = [
  adyenCardFields,
  adyenDropin,
  paymentLink,
  spreedlyExpress,
  stripeCard,
  stripeManual,
  stripeToken,
];
