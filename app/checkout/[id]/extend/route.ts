export { extendForm as POST } from '@/lib/api/forms/checkout';
