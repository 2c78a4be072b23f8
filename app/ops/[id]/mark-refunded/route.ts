export { opsMarkForm as POST } from '@/lib/api/forms/ops';
