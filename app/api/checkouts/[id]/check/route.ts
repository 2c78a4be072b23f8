export { checkNow as POST } from '@/lib/api/calls/checkout';
