export { cancelItems as POST } from '@/lib/api/calls/ops';
