export { opsLogoutForm as POST } from '@/lib/api/forms/ops';
