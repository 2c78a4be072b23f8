import { html } from 'hono/html';
import { display } from '../money';
import type { Waiting } from '../store';
import { bundleTotal } from '../transaction/ledger';
import { page } from './shell';

/**
 * The dummy payment page: two buttons that go back to the shop with `success=yes` or `success=no`. It is a plain form,
 * by GET or by a cross-site POST, with whatever has to come back whole as hidden fields.
 */
export function dummyPage(title: string, returnUrl: string, waiting: Waiting | undefined): Response {
  const callout = waiting?.callout;
  const bundle = waiting?.transaction.bundles.find(({ source }) => source.code === callout?.source);
  const amount = bundle && display(bundleTotal(bundle), bundle.source.currency);
  const bank = callout?.threeDSecure === true;
  const echoes = callout?.echoes.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    title,
    html`<h1>${bank ? 'Your bank asks: is this you?' : 'Pay for your tickets'}</h1>
<p class="soft">${title}. Choose how it ends; nothing is typed here and no card is charged.</p>
<dl>
${amount ? html`<div class="total"><dt>Amount</dt><dd data-testid="amount">${amount}</dd></div>` : ''}
${bundle ? html`<div><dt>Sold by</dt><dd>${bundle.source.desc}</dd></div>` : ''}
<div><dt>Back to</dt><dd>${new URL(returnUrl).host}</dd></div>
</dl>
<form method="${callout?.returnsBy ?? 'get'}" action="${returnUrl}" data-testid="dummy">
${echoes ?? ''}
<div class="buttons">
<button class="main" type="submit" name="success" value="yes" data-testid="success-yes">${bank ? 'Yes, it is me' : amount ? html`Pay ${amount}` : 'Pay'}</button>
<button type="submit" name="success" value="no" data-testid="success-no">${bank ? 'No, refuse it' : 'Decline the payment'}</button>
</div>
</form>`,
  );
}

/** The form of a Stripe token that was missing. Where a browser does come here, it takes one of Stripe's test tokens back. */
export function tokenPage(returnUrl: string): Response {
  const button = (token: string, label: string, main = false) =>
    html`<button class="${main ? 'main' : ''}" type="submit" name="stripeToken" value="${token}">${label}</button>`;
  return page(
    'Card details',
    html`<h1>A card for your tickets</h1>
<p class="soft">In life this page asks for the card. Here it hands one of Stripe’s test tokens to the shop.</p>
<form method="get" action="${returnUrl}" data-testid="token-form"><div class="buttons">
${button('tok_visa', 'A Visa card that pays', true)}
${button('tok_chargeDeclined', 'A card that is declined')}
</div></form>`,
  );
}
