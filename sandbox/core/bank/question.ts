import { html } from 'hono/html';
import { crest } from './shell';

/** What the bank's page wants to hear. */
export const PASSWORD = 'password';

/** What a customer is asked about, for people to read. */
export interface Question {
  /** Where the answer goes, by POST: `outcome` is `answer` with a `password`, or `cancel`. */
  readonly action: string;
  /** Such as `£62.50`, and its currency. */
  readonly amount: string;
  readonly currency: string;
  readonly to: string;
  readonly last4: string;
  /** Goes back with the answer. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** The bank's question: what is paid, with which card, and the word that only its customer knows. */
export function question({ action, amount, currency, to, last4, hidden = {} }: Question) {
  const inputs = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}" autocomplete="off" data-testid="challenge">
<header>${crest}<span class="bank">Sandbox Bank</span></header>
<h1>Is this you paying?</h1>
<p class="lead">Your bank checks with you before the money moves. This is a test page: the password is <strong>${PASSWORD}</strong>, any other fails.</p>
<dl>
<div class="amount"><dt>Amount</dt><dd>${amount} <span>${currency}</span></dd></div>
<div><dt>To</dt><dd>${to}</dd></div>
<div><dt>Card</dt><dd>•••• ${last4}</dd></div>
</dl>
${inputs}
<label for="password">Password</label>
<input id="password" name="password" type="text" autocapitalize="off" spellcheck="false">
<div class="buttons">
<button type="submit" name="outcome" value="answer" class="primary">Continue</button>
<button type="submit" name="outcome" value="cancel" class="secondary" formnovalidate>Cancel</button>
</div>
<p id="note" role="status"></p>
</form>`;
}
