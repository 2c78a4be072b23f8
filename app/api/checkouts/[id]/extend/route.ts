export { extendHold as POST } from '@/lib/api/calls/checkout';
