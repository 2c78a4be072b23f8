export { lookUp as POST } from '@/lib/api/calls/lookup';
