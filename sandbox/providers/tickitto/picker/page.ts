import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Session } from '../basket/model';
import type { EventSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { exponent } from '../money';
import { performancesBetween } from '../performances';

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;
/** The shop may set a theme of its own; without one the page follows the system. */
type Theme = 'light' | 'dark' | null;

function shell(title: string, theme: Theme, data: Record<string, string>, main: Page, script: string): Page {
  const icon = '/images/T103.svg?size=thumbnail';
  const attributes = Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`);
  return html`<!doctype html>
<html lang="en"${theme ? html` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme ?? 'light dark'}">
<title>${title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/availability/assets/base.css">
<link rel="stylesheet" href="/availability/assets/calendar.css">
<link rel="stylesheet" href="/availability/assets/picker.css">
<link rel="stylesheet" href="/availability/assets/seats.css">
<script type="module" src="/availability/assets/${script}"></script>
</head>
<body${attributes}>
${main}
</body>
</html>`;
}

/** The picker for one session. Everything that needs no choice is in the document; the script fills in the rest. */
export function pickerPage(desk: Desk, session: Session, theme: Theme): Page {
  const { event, id, currency, endMs } = session;
  const seated = event.bands.some(({ rows }) => rows);
  const data = {
    session: id,
    'parent-origin': desk.world.shopOrigin,
    currency,
    exponent: String(exponent(currency)),
    admission: event.admission,
    stage: event.categories.includes('Football') ? 'Pitch' : 'Stage',
    // A span, not a moment: the page's clock is not the sandbox's.
    'ends-in': String(endMs - desk.world.clock.now()),
  };
  const main = html`<main id="picker" class="${seated ? 'seated' : 'free'}">
<h1 class="unseen">Choose tickets for ${event.title}</h1>
${dateStep(desk, event)}
<section id="step-time" aria-labelledby="h-time" hidden>
  <h2 id="h-time">Time <span class="quiet">local time in ${event.venue.city}</span></h2>
  <div id="times" class="chips" role="group" aria-labelledby="h-time"></div>
</section>
<section id="step-tickets" aria-labelledby="h-tickets" hidden>
  <h2 id="h-tickets">${seated ? 'Seats' : 'Tickets'}</h2>
  <div id="tickets"></div>
</section>
<div id="problem" class="problem" role="alert" hidden></div>
<p id="status" class="unseen" role="status"></p>
<div id="bar" class="bar" hidden>
  <p class="sum"><span id="sum-count"></span><strong id="sum-price"></strong><span id="sum-fee" class="quiet"></span></p>
  <button id="add" class="primary" type="button">Add to basket</button>
</div>
<section id="done" class="done" tabindex="-1" aria-labelledby="h-done" hidden>
  <svg aria-hidden="true" viewBox="0 0 24 24"><circle cx="12" cy="12" r="11"/><path d="m7 12.5 3.4 3.4L17 9"/></svg>
  <h2 id="h-done"></h2>
  <p id="done-text"></p>
  <button id="more" class="secondary" type="button">Choose more tickets</button>
</section>
<noscript><p class="problem">Choosing dates and seats needs JavaScript in this frame.</p></noscript>
</main>`;
  return shell(`Tickets for ${event.title}`, theme, data, main, 'picker.js');
}

function dateStep(desk: Desk, event: EventSpec): Page {
  if (event.admission === 'open_entry') {
    const until = performancesBetween(event, desk.world.clock.now())[0]?.to.local.slice(0, 10) ?? '';
    const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${until}T00:00Z`),
    );
    return html`<section aria-labelledby="h-date">
  <h2 id="h-date">Date</h2>
  <p class="note">No date to choose: valid once, on any opening day until <strong>${words}</strong>.</p>
</section>`;
  }
  return html`<section id="step-date" aria-labelledby="h-date">
  <h2 id="h-date">Date <span id="chosen-date" class="quiet"></span></h2>
  <div id="soon" class="chips scroll" role="group" aria-label="Next dates"></div>
  <details id="all-dates">
    <summary>All dates</summary>
    <div id="calendar" class="calendar"></div>
  </details>
</section>
<p id="hint" class="hint">Choose a date to see what is on sale.</p>`;
}

/** What is shown when the session is over, or never was. */
export function endedPage(parentOrigin: string, theme: Theme): Page {
  const main = html`<main id="picker">
<section class="done">
  <h1>This selection has ended</h1>
  <p>Nothing was reserved. Reload the page around this frame to choose again.</p>
</section>
</main>`;
  return shell('Selection ended', theme, { 'parent-origin': parentOrigin }, main, 'ended.js');
}
