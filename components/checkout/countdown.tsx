'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { clockText, markPassed, OFFER_MORE, SOON, secondsLeft } from './countdown-schedule';
import { useHoldUntil } from './hold-end';

interface CountdownProps {
  expiresAt: string;
  serverNow: string;
  /** Accessible name of the clock. */
  label: string;
  /** What is spoken, by seconds left. */
  said: Readonly<Record<string, string>>;
  /** What is shown near the end. */
  soon: string;
  /** Leaves the page alone at the end. */
  still?: boolean;
  /** How to get more time; shown when there is little left. */
  children?: ReactNode;
}

/** Time left by the server's clock. A timer does not speak; a polite region beside it does, five times in all. */
export function Countdown(props: CountdownProps) {
  const { expiresAt, serverNow, label, said, soon, still = false, children } = props;
  const router = useRouter();
  const end = Date.parse(useHoldUntil(expiresAt));
  const [left, setLeft] = useState(() => secondsLeft(end, Date.parse(serverNow)));
  const [spoken, setSpoken] = useState('');
  const last = useRef(left);
  const offset = useRef(0);

  // Once for each answer of the server: a later end says nothing of its clock.
  useEffect(() => {
    offset.current = Date.parse(serverNow) - Date.now();
  }, [serverNow]);

  useEffect(() => {
    let overdue = 0;
    function tick() {
      const now = secondsLeft(end, Date.now() + offset.current);
      const mark = markPassed(last.current, now);
      if (mark !== null) setSpoken(said[mark] ?? '');
      last.current = now;
      setLeft(now);
      // The server may let go a moment later: ask a few times, then rest.
      if (!still && now === 0 && overdue % 3 === 0 && overdue < 30) router.refresh();
      if (now === 0) overdue += 1;
    }
    tick();
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [end, said, still, router]);

  return (
    <>
      <span role="timer" aria-label={label} className="figures text-lg font-bold">
        {clockText(left)}
      </span>
      <span aria-live="polite" className="sr-only">
        {spoken}
      </span>
      {left <= OFFER_MORE && left > 0 && children}
      {left <= SOON && left > 0 && (
        <span className="basis-full text-sm font-semibold text-warning">{soon}</span>
      )}
    </>
  );
}
