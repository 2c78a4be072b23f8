export { sendResult as POST } from '@/lib/api/calls/payments';
