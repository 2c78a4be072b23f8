export { hearNotice as POST } from '@/lib/api/calls/notices';
