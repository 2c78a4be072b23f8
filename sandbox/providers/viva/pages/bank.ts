import { html } from 'hono/html';
import { bankPage, crest } from '../../../core/bank/shell';
import { PASSWORD } from '../cards';
import { display } from '../money';
import type { PaymentOrder, Transaction } from '../types';
import { FILES } from './shell';

/** The bank's question: what is paid, with which card, and the word that only its customer knows. */
export function questionPage(
  page: { order: PaymentOrder; transaction: Transaction; merchant: string; shopOrigin: string },
  token: string,
) {
  const { order, transaction, merchant, shopOrigin } = page;
  return bankPage({
    shopOrigin,
    css: `${FILES}/bank.css`,
    script: `${FILES}/bank.js`,
    body: html`<main class="top">
<form method="post" action="/web2/bank/${token}" autocomplete="off" data-testid="challenge">
<header>${crest}<span class="bank">Sandbox Bank</span></header>
<h1>Is this you paying?</h1>
<p class="lead">Your bank checks with you before the money moves. This is a test page: the password is <strong>${PASSWORD}</strong>, any other fails.</p>
<dl>
<div class="amount"><dt>Amount</dt><dd>${display(order.amount, order.currency, 'en-GB')} <span>${order.currency}</span></dd></div>
<div><dt>To</dt><dd>${merchant}</dd></div>
<div><dt>Card</dt><dd>•••• ${transaction.card.last4}</dd></div>
</dl>
<label for="password">Password</label>
<input id="password" name="password" type="text" autocapitalize="off" spellcheck="false">
<div class="buttons">
<button type="submit" name="outcome" value="answer" class="primary">Continue</button>
<button type="submit" name="outcome" value="cancel" class="secondary" formnovalidate>Cancel</button>
</div>
<p id="note" role="status"></p>
</form>
</main>`,
  });
}
