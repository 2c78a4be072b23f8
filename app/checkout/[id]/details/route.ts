export { detailsForm as POST } from '@/lib/api/forms/checkout';
