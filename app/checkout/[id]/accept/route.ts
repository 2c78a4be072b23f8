export { acceptForm as POST } from '@/lib/api/forms/checkout';
