import { html } from 'hono/html';
import { bankPage, crest } from '../../core/bank/shell';
import { display } from './money';
import type { Challenge, Intent } from './types';

const shell = (shopOrigin: string, body: ReturnType<typeof html>) =>
  bankPage({ shopOrigin, css: '/frames/challenge.css', script: '/frames/challenge.js', body });

/** The bank's question: what is paid, with which card, and three ways out of it. */
export function challengePage(page: {
  challenge: Challenge;
  intent: Intent;
  last4: string;
  shopOrigin: string;
  /** On a page of its own rather than in the shop's dialog. */
  top: boolean;
}) {
  const { challenge, intent, last4, shopOrigin, top } = page;
  const amount = display(intent.amount, intent.currency).replace(/ [a-z]{3}$/, '');
  const shop = new URL(shopOrigin).host;
  return shell(
    shopOrigin,
    html`<main class="${top ? 'top' : 'framed'}">
<form method="post" action="/3ds/${challenge.id}" data-testid="challenge">
<header>${crest}<span class="bank">Sandbox Bank</span><button type="submit" name="outcome" value="close" class="close" aria-label="Close" data-testid="challenge-close"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3.5 3.5 9 9m0-9-9 9" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"/></svg></button></header>
<h1>Is this you paying?</h1>
<p class="lead">Your bank checks with you before the money moves. This is a test page: no real bank is asked.</p>
<dl>
<div class="amount"><dt>Amount</dt><dd>${amount} <span>${intent.currency.toUpperCase()}</span></dd></div>
<div><dt>To</dt><dd>${shop}</dd></div>
<div><dt>Card</dt><dd>•••• ${last4}</dd></div>
</dl>
<div class="buttons">
<button type="submit" name="outcome" value="pass" class="primary" id="test-source-authorize-3ds" data-testid="challenge-complete">Complete</button>
<button type="submit" name="outcome" value="fail" class="secondary" id="test-source-fail-3ds" data-testid="challenge-fail">Fail</button>
</div>
<p id="note" role="status"></p>
</form>
</main>`,
  );
}

/** For a challenge that was answered before, or belongs to a try that is over. */
export function gonePage(shopOrigin: string) {
  return shell(
    shopOrigin,
    html`<main class="framed"><form method="post"><header>${crest}<span class="bank">Sandbox Bank</span></header><h1>Nothing left to confirm</h1><p class="lead">This question was answered before, or the payment it was about is over. Go back to the shop.</p><div class="buttons"><button type="submit" name="outcome" value="close" class="secondary">Close</button></div><p id="note" role="status"></p></form></main>`,
  );
}
