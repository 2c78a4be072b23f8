export { holdAgain as POST } from '@/lib/api/calls/checkout';
