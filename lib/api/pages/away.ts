import 'server-only';
import { errorMessagesOf } from '@/lib/i18n/error-messages';
import { html } from '@/lib/mail/html';

interface Away {
  readonly shop: string;
  readonly locale: string;
  /** Of the policy that the answer carries. */
  readonly nonce: string;
}

/**
 * What stands in place of a page whose order cannot be read now: what to do about money first. A document of its own that
 * needs neither store nor script nor any part of the design, because it is for when something of ours is gone.
 */
export function awayDocument({ shop, locale, nonce }: Away): string {
  const words = errorMessagesOf(locale);
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<p class="shop">${shop}</p>
<h1>${words.lead}</h1>
<p>${words.text}</p>
<p class="ways"><a class="main" href="?">${words.again}</a> <a href="/">${words.home}</a></p>
</main>
</body>
</html>`;
  return page.markup;
}

/** The colours of the design, without its files. */
const STYLE = html`
:root { color-scheme: light dark; --accent: #74194d; }
body { margin: 0; background: #fbf6ee; color: #241626; font: 1.125rem/1.6 system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1.25rem; }
.shop { font-size: 1.5rem; font-weight: 700; }
.ways { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 2rem; }
a { box-sizing: border-box; min-height: 3rem; padding: .6rem 1.5rem; border: 1px solid currentcolor; border-radius: 2rem; color: inherit; font-weight: 600; text-decoration: none; }
a.main { background: var(--accent); border-color: var(--accent); color: #fff8ef; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
@media (prefers-color-scheme: dark) {
:root { --accent: #ffc55c; }
body { background: #17101a; color: #f7eee4; }
a.main { color: #2a1304; }
}`;
