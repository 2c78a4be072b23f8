export { quote as POST } from '@/lib/api/calls/quotes';
