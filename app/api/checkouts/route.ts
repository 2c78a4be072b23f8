export { createCheckout as POST } from '@/lib/api/calls/create-checkout';
