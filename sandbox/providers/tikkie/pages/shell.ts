import { html } from 'hono/html';
import { policy } from '../../../core/web';

export type Html = ReturnType<typeof html>;

/** Below here the page's own files are. */
export const FILES = '/pay-files';

const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="currentColor"/><path d="M9 10h14v4h-5v9h-4v-9H9z" fill="var(--on)"/></svg>`;

/** A page for whoever pays. It works without scripts and has none. */
export function page(title: string, body: Html, status = 200): Response {
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${FILES}/pay.css">
</head>
<body>
<header class="top"><span class="brand">${mark}<strong>Tikkie</strong></span><span class="test">sandbox · no real money moves here</span></header>
<main>${body}</main>
</body>
</html>`;
  return new Response(text.toString(), {
    status,
    headers: {
      ...policy({ framedBy: "'none'", formAction: "'self'" }),
      'content-type': 'text/html; charset=utf-8',
    },
  });
}
