export { putDetails as PUT } from '@/lib/api/calls/checkout';
