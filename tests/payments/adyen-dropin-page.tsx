import { AdyenDropin } from '@/components/payment/adyen-dropin';
import { given, payPage, query } from './pay-page';

// As the supplier answers a return: the same params, and what the bank's page put behind the address.
const [sessionId, redirectResult] = [query.get('sessionId'), query.get('redirectResult')];

payPage({
  Method: AdyenDropin,
  words: ['adyen-dropin'],
  ...given,
  resume: redirectResult ? { redirectResult, ...(sessionId ? { sessionId } : {}) } : undefined,
  locale: query.get('locale') ?? undefined,
});
