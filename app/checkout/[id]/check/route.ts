export { checkForm as POST } from '@/lib/api/forms/checkout';
