export { basketRemoveForm as POST } from '@/lib/api/forms/basket';
