export { listSuppliers as GET } from '@/lib/api/calls/suppliers';
