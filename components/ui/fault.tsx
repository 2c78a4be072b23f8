'use client';

import { useEffect, useState } from 'react';
import { errorMessagesOf } from '@/lib/i18n/error-messages';

interface FaultProps {
  error: unknown;
  retry: () => void;
}

/** What is shown when a page breaks: what to do about money first, then a way on. No part of the design can break it. */
export function Fault({ error, retry }: FaultProps) {
  const [lang, setLang] = useState('en');
  const [shop, setShop] = useState('');
  useEffect(() => {
    setLang(document.documentElement.lang);
    setShop(document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '');
    console.error(error);
  }, [error]);
  const words = errorMessagesOf(lang);
  const button = 'inline-flex min-h-12 items-center rounded-full px-6 font-semibold';
  return (
    <main id="content" className="mx-auto w-full max-w-2xl flex-1 space-y-5 px-5 py-16 sm:px-8">
      {shop && <p className="font-display text-2xl font-bold">{shop}</p>}
      <h1 className="text-title">{words.lead}</h1>
      <p className="text-lg leading-relaxed">{words.text}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={retry} className={`${button} bg-accent text-accent-ink`}>
          {words.again}
        </button>
        <a href="/" className={`${button} border border-edge`}>
          {words.home}
        </a>
      </div>
      {digestOf(error) && (
        <p className="text-sm text-muted">{words.code.replace('{digest}', digestOf(error))}</p>
      )}
    </main>
  );
}

/** Next.js names a server fault by a digest, so that the log line can be found. */
function digestOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return '';
  return typeof error.digest === 'string' ? error.digest : '';
}
