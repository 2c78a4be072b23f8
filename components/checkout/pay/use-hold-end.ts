'use client';

import { useEffect, useState } from 'react';

interface HoldEnd {
  readonly expiresAt: string | null;
  readonly serverNow: string;
  readonly order: string;
  /** The bank may be charging: then nothing here may leave the page, and the result decides. */
  readonly busy: boolean;
}

/** True once the hold is over by the server's clock. Then the page leaves for the order, unless a payment is under way. */
export function useHoldEnd({ expiresAt, serverNow, order, busy }: HoldEnd): boolean {
  const [ended, setEnded] = useState(false);

  useEffect(() => {
    if (expiresAt === null) return;
    const offset = Date.parse(serverNow) - Date.now();
    const look = () => setEnded(Date.now() + offset >= Date.parse(expiresAt));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, serverNow]);

  useEffect(() => {
    if (!ended || busy) return;
    const timer = setTimeout(() => window.location.replace(order), 1500);
    return () => clearTimeout(timer);
  }, [ended, busy, order]);

  return ended;
}
