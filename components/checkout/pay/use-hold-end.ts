'use client';

import { useEffect, useRef, useState } from 'react';
import { laterEnd, tellEnd, useHoldUntil } from '../hold-end';

interface HoldEnd {
  readonly checkout: string;
  readonly expiresAt: string | null;
  readonly serverNow: string;
  readonly order: string;
  /** The bank may be charging: then nothing here may leave the page, and the result decides. */
  readonly busy: boolean;
}

/**
 * True once the hold is over by the server's clock. Then the page leaves for the order, unless a payment is under way or
 * the hold was made longer meanwhile, in another tab or by the server: then it goes on where it was.
 */
export function useHoldEnd({ checkout, expiresAt: rendered, serverNow, order, busy }: HoldEnd): boolean {
  const expiresAt = useHoldUntil(rendered);
  const offset = useRef(0);
  const [ended, setEnded] = useState(false);

  // Once for each answer of the server: a later end says nothing of its clock.
  useEffect(() => {
    offset.current = Date.parse(serverNow) - Date.now();
  }, [serverNow]);

  useEffect(() => {
    if (expiresAt === null) return;
    const look = () => setEnded(Date.now() + offset.current >= Date.parse(expiresAt));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [expiresAt]);

  useEffect(() => {
    if (!ended || busy || expiresAt === null) return;
    let here = true;
    const timer = setTimeout(async () => {
      const later = await laterEnd(checkout, expiresAt, 'look');
      if (!here) return;
      if (later) tellEnd(later);
      else window.location.replace(order);
    }, 1500);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [ended, busy, expiresAt, checkout, order]);

  return ended;
}
