'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const EVERY_MS = 4000;

/**
 * Looks again when the tester comes back to this page, and, with something to watch, every few seconds while it is seen. What is
 * opened from here is something to watch.
 */
export function Watch({ busy }: { busy: boolean }) {
  const router = useRouter();
  const [opened, setOpened] = useState(busy);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    const note = () => setOpened(true);
    const timer = opened ? window.setInterval(look, EVERY_MS) : undefined;
    document.addEventListener('visibilitychange', look);
    document.addEventListener('submit', note);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('submit', note);
    };
  }, [opened, router]);
  return null;
}
