import { StripeCard } from '@/components/payment/stripe-card';
import { given, payPage } from '../payments/pay-page';

payPage({ Method: StripeCard, words: ['stripe', 'stripe-card'], amountLabel: 'Pay £24.68', ...given });
