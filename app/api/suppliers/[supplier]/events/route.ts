export { listEvents as GET } from '@/lib/api/calls/suppliers';
