export { readiness as GET } from '@/lib/api/calls/system';
