export { opsRefundForm as POST } from '@/lib/api/forms/ops';
