export { releaseForm as POST } from '@/lib/api/forms/checkout';
