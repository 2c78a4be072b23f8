import { Html, html } from './html';
import type { Card, Letter, Row, Section } from './letter';

/** Nothing is loaded from anywhere: no pictures, no fonts. Dark mode where the program follows the system. */
const STYLE = new Html(`
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { margin: 0; background: #fbf6ee; color: #241626; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
  table { border-spacing: 0; }
  .page { width: 100%; max-width: 560px; margin: 0 auto; }
  .page > tbody > tr > td { padding: 32px 20px; }
  h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.2; }
  h2 { margin: 32px 0 12px; font-size: 13px; letter-spacing: .06em; text-transform: uppercase; color: #655567; }
  h3 { margin: 0 0 8px; font-size: 17px; line-height: 1.3; }
  p { margin: 0 0 16px; }
  .button { display: inline-block; margin: 8px 0; padding: 14px 22px; border-radius: 10px; background: #74194d; color: #fff8ef; font-weight: 600; text-decoration: none; }
  .card { margin: 0 0 12px; padding: 16px 18px; border: 1px solid #e2d6c7; border-radius: 10px; background: #ffffff; overflow-wrap: anywhere; }
  .facts { width: 100%; }
  .facts th { width: 35%; padding: 2px 12px 2px 0; text-align: start; vertical-align: top; font-weight: 400; color: #655567; }
  .facts td { padding: 2px 0; vertical-align: top; }
  .address { font-size: 13px; overflow-wrap: anywhere; }
  .address a { color: #74194d; }
  .footer { margin-top: 32px; font-size: 13px; color: #655567; }
  .preview { display: none; max-height: 0; overflow: hidden; }
  @media (prefers-color-scheme: dark) {
    body { background: #17101a; color: #f7eee4; }
    .card { background: #221927; border-color: #3d3043; }
    .button { background: #ffc55c; color: #2a1304; }
    .address a { color: #ffc55c; }
    h2, .facts th, .footer { color: #bfaebb; }
  }
`);

/** A letter as HTML. Everything in it is escaped; only the shape below is markup. */
export function renderHtml(letter: Letter): string {
  const { locale, subject, preview, title, paragraphs, action, sections, footer } = letter;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="preview">${preview}</div>
<table class="page" role="presentation"><tbody><tr><td>
<h1>${title}</h1>
${paragraphs.map((text) => html`<p>${text}</p>\n`)}
<a class="button" href="${ours(action.url)}">${action.label}</a>
<p class="address"><a href="${ours(action.url)}">${action.url}</a></p>
${sections.map(section)}
<div class="footer">${footer.map((text) => html`<p>${text}</p>\n`)}</div>
</td></tr></tbody></table>
</body>
</html>
`.markup;
}

function section({ heading, cards }: Section): Html {
  return html`<h2>${heading}</h2>\n${cards.map(card)}`;
}

function card({ title, rows }: Card): Html {
  const head = title === undefined ? [] : [html`<h3>${title}</h3>\n`];
  return html`<div class="card">${head}<table class="facts"><tbody>${rows.map(row)}</tbody></table></div>\n`;
}

function row([label, value]: Row): Html {
  return html`<tr><th scope="row">${label}</th><td>${value}</td></tr>\n`;
}

/** A link that a person presses leads to the web, whatever went wrong before. */
function ours(url: string): string {
  if (!/^https?:\/\//.test(url)) throw new TypeError('A mail can only link to the web');
  return url;
}
