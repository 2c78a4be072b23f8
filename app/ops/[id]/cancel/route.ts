export { opsCancelForm as POST } from '@/lib/api/forms/ops';
