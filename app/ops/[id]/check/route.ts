export { opsCheckForm as POST } from '@/lib/api/forms/ops';
