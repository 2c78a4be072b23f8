export { openPicker as POST } from '@/lib/api/calls/quotes';
