import { html } from 'hono/html';
import { bankPage, crest } from '../../../core/bank/shell';
import { PASSWORD } from '../cards';
import { display } from '../money';
import type { Payment } from '../types';

const FILES = '/checkoutshopper/files';

const shell = (shopOrigin: string, body: ReturnType<typeof html>, script = 'challenge.js') =>
  bankPage({ shopOrigin, css: `${FILES}/bank.css`, script: `${FILES}/${script}`, body });

/** The bank's question: what is paid, with which card, and the word that only its customer knows. */
export function questionPage(page: { payment: Payment; shopOrigin: string; action: string; top: boolean }) {
  const { payment, shopOrigin, action, top } = page;
  const { amount, card, merchant, authentication } = payment;
  return shell(
    shopOrigin,
    html`<main class="${top ? 'top' : 'inner'}">
<form method="post" action="${action}" autocomplete="off" data-testid="challenge">
<header>${crest}<span class="bank">Sandbox Bank</span></header>
<h1>Is this you paying?</h1>
<p class="lead">Your bank checks with you before the money moves. This is a test page: the password is <strong>${PASSWORD}</strong>, any other fails.</p>
<dl>
<div class="amount"><dt>Amount</dt><dd>${display(amount)} <span>${amount.currency}</span></dd></div>
<div><dt>To</dt><dd>${merchant}</dd></div>
<div><dt>Card</dt><dd>•••• ${card.last4}</dd></div>
</dl>
<input type="hidden" name="token" value="${authentication?.token ?? ''}">
<label for="password">Password</label>
<input id="password" name="password" type="text" autocapitalize="off" spellcheck="false">
<div class="buttons">
<button type="submit" name="outcome" value="answer" class="primary">Continue</button>
<button type="submit" name="outcome" value="cancel" class="secondary" formnovalidate>Cancel</button>
</div>
<p id="note" role="status"></p>
</form>
</main>`,
  );
}

/** A form that sends itself, with a button for a browser that does not let it. */
export function postingPage(shopOrigin: string, url: string, fields: Record<string, string>) {
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return shell(
    shopOrigin,
    html`<main class="inner"><form method="post" action="${url}">${inputs}<p class="lead">One moment…</p><noscript><button class="primary">Continue</button></noscript></form></main>`,
    'submit.js',
  );
}

/** For a question that was answered before, or belongs to a payment that is over. */
export function gonePage(shopOrigin: string) {
  return shell(
    shopOrigin,
    html`<main class="top"><form><header>${crest}<span class="bank">Sandbox Bank</span></header><h1>Nothing left to confirm</h1><p class="lead">This question was answered before, or the payment it was about is over. Go back to the shop.</p></form></main>`,
  );
}
