export { openApi as GET } from '@/lib/api/calls/openapi';
