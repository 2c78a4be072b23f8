export { listProblems as GET } from '@/lib/api/calls/system';
