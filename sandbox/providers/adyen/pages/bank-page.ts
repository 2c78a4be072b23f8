import { html } from 'hono/html';
import { question } from '../../../core/bank/question';
import { bankPage, crest } from '../../../core/bank/shell';
import { display } from '../money';
import type { Payment } from '../types';

const FILES = '/checkoutshopper/files';

const shell = (shopOrigin: string, body: ReturnType<typeof html>, script = 'challenge.js') =>
  bankPage({ shopOrigin, css: `${FILES}/bank.css`, script: `${FILES}/${script}`, body });

/** The bank's question about a payment, on a page of its own or in the shop's frame. */
export function questionPage(page: { payment: Payment; shopOrigin: string; action: string; top: boolean }) {
  const { payment, shopOrigin, action, top } = page;
  const { amount, card, merchant, authentication } = payment;
  const form = question({
    action,
    amount: display(amount),
    currency: amount.currency,
    to: merchant,
    last4: card.last4,
    hidden: { token: authentication?.token ?? '' },
  });
  return shell(shopOrigin, html`<main class="${top ? 'top' : 'inner'}">${form}</main>`);
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
