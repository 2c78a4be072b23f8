export { comeBack as GET, comeBack as POST, nothing as HEAD } from '@/lib/api/returns/routes';
