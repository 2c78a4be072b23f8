export { readVoucher as GET } from '@/lib/api/calls/vouchers';
