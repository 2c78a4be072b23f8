export { readCheckout as GET, releaseHold as DELETE } from '@/lib/api/calls/checkout';
