export { followLink as GET, nothing as HEAD } from '@/lib/api/returns/routes';
