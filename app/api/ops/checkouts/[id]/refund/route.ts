export { refundItems as POST } from '@/lib/api/calls/ops';
