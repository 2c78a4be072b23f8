export { opsTimeoutForm as POST } from '@/lib/api/forms/ops';
