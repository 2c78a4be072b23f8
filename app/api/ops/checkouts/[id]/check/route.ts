export { checkForOperator as POST } from '@/lib/api/calls/ops';
