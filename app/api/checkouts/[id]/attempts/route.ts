export { startAttempt as POST } from '@/lib/api/calls/payments';
