export { health as GET } from '@/lib/api/calls/system';
