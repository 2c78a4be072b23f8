'use client';

import './globals.css';
import { Fault } from '@/components/ui/fault';
import { errorMessagesOf } from '@/lib/i18n/error-messages';

/** For when the root layout itself breaks: brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <title>{errorMessagesOf('en').title}</title>
        <Fault error={error} retry={retry} />
      </body>
    </html>
  );
}
