export { listOffers as GET } from '@/lib/api/calls/suppliers';
