export { holdForm as POST } from '@/lib/api/forms/checkout';
