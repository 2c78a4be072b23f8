export { opsLoginForm as POST } from '@/lib/api/forms/ops';
