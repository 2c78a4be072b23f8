import { AdyenCardFields } from '@/components/payment/adyen-card-fields';
import { StripeManual } from '@/components/payment/stripe-manual';
import { given, payPage } from './pay-page';

/** Two methods whose forms hand a card over for a supplier to charge; `method` says which. */
payPage(
  given.method === 'stripe-manual'
    ? { Method: StripeManual, words: ['stripe', 'stripe-manual'], ...given }
    : { Method: AdyenCardFields, words: [], ...given },
);
