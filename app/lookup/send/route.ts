export { lookupForm as POST } from '@/lib/api/forms/lookup';
