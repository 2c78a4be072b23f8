'use client';

import { Fault } from '@/components/ui/fault';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Fault error={error} retry={retry} />;
}
