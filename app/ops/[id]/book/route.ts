export { opsBookForm as POST } from '@/lib/api/forms/ops';
