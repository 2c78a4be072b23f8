export { payForm as POST } from '@/lib/api/forms/checkout';
