import { html } from 'hono/html';
import { policy } from '../../../core/web';

export type Html = ReturnType<typeof html>;

/** Below here the page's own files are. */
export const FILES = '/web2/files';

const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="currentColor"/><path d="M8 10h4.2l3.9 10.2L20 10h4l-6.2 14h-3.6z" fill="var(--on)"/></svg>`;

/** How a page is dressed and addressed. */
export interface Look {
  readonly lang: string;
  /** Six hexadecimal digits of the shop's colour. */
  readonly color: string;
}

/** A page of the checkout. `formAction` names where forms and the redirects after them may lead. */
export function page(
  title: string,
  look: Look,
  body: Html,
  { status = 200, formAction = "'self'" }: { status?: number; formAction?: string } = {},
): Response {
  const text = html`<!doctype html>
<html lang="${look.lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${FILES}/checkout.css">
<link rel="stylesheet" href="${FILES}/accent.css?color=${look.color}">
<script src="${FILES}/checkout.js" defer></script>
</head>
<body>
<header class="top"><span class="brand">${mark}<strong>Smart Checkout</strong></span><span class="test">Viva sandbox · no real money moves here</span></header>
<main>${body}</main>
</body>
</html>`;
  return new Response(text.toString(), {
    status,
    headers: {
      ...policy({ framedBy: "'none'", formAction }),
      'content-type': 'text/html; charset=utf-8',
      // Viva's page in a frame loses its customers; whoever frames it finds out at once.
      'x-frame-options': 'DENY',
    },
  });
}

/** A page that says one thing, with the way on where there is one. */
export function notice(
  look: Look,
  words: { title: string; text: string; back?: { href: string; label: string } | null },
  status = 200,
): Response {
  const { title, text, back } = words;
  const link = back ? html`<a class="button" href="${back.href}" data-testid="back">${back.label}</a>` : '';
  return page(
    title,
    look,
    html`<section class="panel alone"><h1>${title}</h1><p class="soft">${text}</p>${link}</section>`,
    { status },
  );
}

/** White or near-black, whichever reads better on a colour (WCAG relative luminance). */
export function accentCss(color: string): string {
  const part = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  const linear = (value: number) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = 0.2126 * linear(part(0)) + 0.7152 * linear(part(2)) + 0.0722 * linear(part(4));
  // Against white the contrast is 1.05 / (light + 0.05); against near-black (light + 0.05) / 0.056.
  const on = 1.05 / (light + 0.05) >= (light + 0.05) / 0.056 ? '#ffffff' : '#0d1117';
  return `:root{--key:#${color};--on:${on}}`;
}
