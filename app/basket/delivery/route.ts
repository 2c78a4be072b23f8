export { basketDeliveryForm as POST } from '@/lib/api/forms/basket';
