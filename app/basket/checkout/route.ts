export { basketCheckoutForm as POST } from '@/lib/api/forms/basket';
