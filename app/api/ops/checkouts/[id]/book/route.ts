export { bookForOperator as POST } from '@/lib/api/calls/ops';
