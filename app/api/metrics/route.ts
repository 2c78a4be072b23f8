export { metrics as GET } from '@/lib/api/calls/system';
