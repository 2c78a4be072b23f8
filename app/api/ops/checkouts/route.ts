export { listAttention as GET } from '@/lib/api/calls/ops';
