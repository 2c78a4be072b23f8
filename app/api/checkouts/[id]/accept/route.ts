export { acceptChanges as POST } from '@/lib/api/calls/checkout';
