import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** The mark of the bank that asks the sandbox's customers whether it is them who pay. */
export const crest = html`<svg class="crest" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="currentColor"/><path d="M16 6.5 26 12v1.8H6V12zM8.5 16h2.6v6.2H8.5zm6.2 0h2.6v6.2h-2.6zm6.2 0h2.6v6.2h-2.6zM6 24.2h20v2H6z" fill="#fff"/></svg>`;

/** A page of the bank's: its title, the files that dress and drive it, and the only site that may be told of it. */
export function bankPage(page: { shopOrigin: string; css: string; script: string; body: Html }): Html {
  return html`<!doctype html>
<html lang="en" data-shop="${page.shopOrigin}">
<head>
<meta charset="utf-8">
<title>Confirm your payment – Sandbox Bank</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${page.css}">
<script src="${page.script}" defer></script>
</head>
<body>${page.body}</body>
</html>`;
}
