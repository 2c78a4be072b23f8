'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { nextDelay, type Rung, retryAfter, rungAt } from './poll-schedule';

interface PollProps {
  id: string;
  version: number;
  retryAfterMs: number;
  /** What is said while waiting, by the time waited. */
  ladder: readonly Rung[];
  /** Somebody waits here in order to go on: once the payment has a page to go to, that is where. */
  goesOn?: boolean;
  /** A payment is being prepared, and nothing else is shown meanwhile. */
  preparing?: boolean;
  /** News is a new document, because this one is a payment's own: the server knows where to go on. */
  reloads?: boolean;
  className?: string;
}

/** Asks how a checkout stands until its version moves, then lets the server render the page anew. Rests while hidden. */
export function Poll(props: PollProps) {
  const {
    id,
    version,
    retryAfterMs,
    ladder,
    goesOn = false,
    preparing = false,
    reloads = false,
    className,
  } = props;
  const router = useRouter();
  const [said, setSaid] = useState(() => rungAt(ladder, 0));

  const began = useRef(0);

  useEffect(() => {
    began.current ||= Date.now();
    const timer = setInterval(() => setSaid(rungAt(ladder, Date.now() - began.current)), 1000);
    return () => clearInterval(timer);
  }, [ladder]);

  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let etag = '';
    let look = 0;
    const show = () => (reloads ? window.location.reload() : router.refresh());
    const plan = (floorMs: number) => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(ask, nextDelay(look++, floorMs, Math.random));
    };
    async function ask() {
      const answer = await askHow(id, etag, gone.signal);
      if (gone.signal.aborted) return;
      if (goesOn && answer?.onward) return window.location.assign(answer.onward);
      // Some of what is shown follows from the clock alone: then only the tag tells.
      const moved = etag !== '' && answer?.etag !== undefined && answer.etag !== etag;
      etag = answer?.etag ?? etag;
      // Still being prepared, however often it was tried: a page drawn anew now could miss the way on.
      const same = preparing && answer?.preparing;
      if (!same && (moved || (answer?.version !== undefined && answer.version !== version))) show();
      plan(answer?.floorMs ?? retryAfterMs);
    }
    const wake = () => {
      look = 0;
      // Back from a bank's app, perhaps: the server looks at once, and not when it was going to.
      if (reloads && !document.hidden) void askNow(id).finally(() => plan(0));
      else plan(0);
    };
    plan(retryAfterMs);
    document.addEventListener('visibilitychange', wake);
    return () => {
      gone.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [id, version, retryAfterMs, goesOn, preparing, reloads, router]);

  return (
    <p role="status" className={className}>
      {said}
    </p>
  );
}

/** Makes the server ask whoever knows. No answer is no harm: it asks by itself in a while. */
function askNow(id: string): Promise<unknown> {
  return fetch(`/api/checkouts/${id}/check`, { method: 'POST' }).catch(() => undefined);
}

interface Answer {
  readonly floorMs: number;
  readonly etag?: string;
  /** Absent when nothing changed; -1 when there is no such checkout for this browser any more. */
  readonly version?: number;
  readonly preparing?: boolean;
  /** Where the customer can pay now. */
  readonly onward?: string;
}

/** The little of a checkout that is looked at here. */
interface Seen {
  readonly version?: number;
  readonly message?: { readonly code: string };
  readonly next?: { readonly action: string };
  readonly attempt?: {
    readonly id: string;
    readonly status: string;
    readonly step?: { readonly kind: string };
  };
}

/** One look at the stored checkout. Null when there is no answer: the next look will tell. */
async function askHow(id: string, etag: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const headers: HeadersInit = etag ? { 'if-none-match': etag } : {};
    const response = await fetch(`/api/checkouts/${id}`, { headers, cache: 'no-store', signal });
    const floorMs = retryAfter(response.headers);
    if (response.status === 404) return { floorMs, version: -1 };
    if (!response.ok) return { floorMs };
    const seen: Seen = await response.json();
    const tag = response.headers.get('etag') ?? '';
    const preparing = seen.message?.code === 'starting';
    return { floorMs, etag: tag, version: seen.version, preparing, onward: onwardFrom(id, seen) };
  } catch {
    return null;
  }
}

/** The page of the payment's open step; it has one of its own, because each way to pay brings its own policy. */
function onwardFrom(id: string, { attempt, next }: Seen): string | undefined {
  if (attempt?.status !== 'open' || next?.action === 'wait') return undefined;
  if (attempt.step?.kind === 'pay') return `/checkout/${id}/pay/${attempt.id}`;
  return attempt.step?.kind === 'redirect' ? `/checkout/${id}/go/${attempt.id}` : undefined;
}
