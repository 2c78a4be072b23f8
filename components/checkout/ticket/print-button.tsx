'use client';

import { useEffect, useState } from 'react';

/** Prints the page. Appears only where there is JavaScript to do it. */
export function PrintButton({ label, className }: { label: string; className?: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" onClick={() => window.print()} className={className}>
      {label}
    </button>
  );
}
