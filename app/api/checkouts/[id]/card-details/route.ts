export { payByCardDetails as POST } from '@/lib/api/calls/card-details';
