import { html, raw } from 'hono/html';

/** Headers of the pages for people: no scripts, nothing from elsewhere, forms may lead back to any shop. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action http: https:; frame-ancestors 'none'; base-uri 'none'",
} as const;

const STYLE = raw(`
:root{color-scheme:light dark;--ground:#eef1f5;--card:#fff;--ink:#16202c;--soft:#526070;--line:#d5dce4;--key:#0b5c54;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#10161d;--card:#1a232d;--ink:#eef2f6;--soft:#a9b6c4;--line:#33414f;--key:#4fc3b3;--on:#06201c}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{width:100%;max-width:30rem;background:var(--card);border:1px solid var(--line);border-radius:16px;padding:28px;box-shadow:0 12px 32px rgb(10 20 30/.08)}
main.wide{max-width:44rem}
header{display:flex;gap:12px;align-items:center;color:var(--soft);font-weight:600;font-size:.875rem}
header svg{width:28px;height:28px;color:var(--key);flex:none}
h1{margin:20px 0 8px;font-size:1.5rem;line-height:1.2;text-wrap:balance}
h2{margin:24px 0 4px;font-size:1.0625rem}
p{margin:0 0 12px}p.soft,dt{color:var(--soft)}
dl{margin:20px 0;border-top:1px solid var(--line)}
dl div{display:flex;justify-content:space-between;gap:16px;padding:10px 0;border-bottom:1px solid var(--line)}
dd{margin:0;text-align:right;font-weight:600;overflow-wrap:anywhere}
.total dd{font-size:1.375rem;font-variant-numeric:tabular-nums}
.buttons{display:grid;gap:12px}
button{font:inherit;font-weight:600;padding:14px 18px;border-radius:10px;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.main{background:var(--key);border-color:var(--key);color:var(--on)}
button:focus-visible,a:focus-visible{outline:3px solid var(--key);outline-offset:3px}
.ticket{border:1px dashed var(--line);border-radius:12px;padding:16px;margin:16px 0;display:flex;gap:16px;align-items:center}
.ticket svg{width:116px;height:116px;background:#fff;border-radius:8px;flex:none}
.code{font-family:ui-monospace,monospace;letter-spacing:.04em}
@media print{body{background:#fff;display:block;padding:0}main{border:0;box-shadow:none;max-width:none}.ticket{break-inside:avoid}}
`);

const MARK = html`<svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="8" fill="currentColor"/><path d="M7 10h14v2.5a1.5 1.5 0 0 0 0 3V18H7v-2.5a1.5 1.5 0 0 0 0-3z" fill="#fff"/></svg>`;

/** A page for a person, which works without JavaScript. */
export function page(
  title: string,
  body: ReturnType<typeof html>,
  { status = 200, wide = false }: { status?: number; wide?: boolean } = {},
): Response {
  const text = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} – Ingresso sandbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${STYLE}</style>
</head>
<body><main class="${wide ? 'wide' : ''}"><header>${MARK}<span>Ingresso sandbox · no real money moves here</span></header>${body}</main></body>
</html>`;
  return new Response(text.toString(), { status, headers: PAGE_HEADERS });
}

/** A page that only says something. */
export function notice(title: string, words: string, status: number): Response {
  return page(title, html`<h1>${title}</h1><p class="soft">${words}</p>`, { status });
}
