'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 4000;

/** Looks again when the tester comes back to this page, and, with something to watch, every few seconds while it is seen. */
export function Watch({ busy }: { busy: boolean }) {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    const timer = busy ? window.setInterval(look, EVERY_MS) : undefined;
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [busy, router]);
  return null;
}
