import { StripeToken } from '@/components/payment/stripe-token';
import { given, payPage, query } from './pay-page';

payPage({
  Method: StripeToken,
  words: ['stripe', 'stripe-token'],
  ...given,
  amountLabel: query.get('label') ?? undefined,
});
