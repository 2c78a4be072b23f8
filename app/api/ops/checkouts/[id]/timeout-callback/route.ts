export { timeoutCallback as POST } from '@/lib/api/calls/ops';
