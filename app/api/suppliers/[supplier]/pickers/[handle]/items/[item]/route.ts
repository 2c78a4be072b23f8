export { removePickerItem as DELETE } from '@/lib/api/calls/quotes';
