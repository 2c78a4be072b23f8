export { readForOperator as GET } from '@/lib/api/calls/ops';
