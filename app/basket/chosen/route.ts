export { basketChosenForm as POST } from '@/lib/api/forms/basket';
