export { markRefunded as POST } from '@/lib/api/calls/ops';
