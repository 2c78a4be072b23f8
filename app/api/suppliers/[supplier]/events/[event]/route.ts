export { readEvent as GET } from '@/lib/api/calls/suppliers';
