export { basketAddForm as POST } from '@/lib/api/forms/basket-add';
