import { html } from 'hono/html';
import { question } from '../../../core/bank/question';
import { bankPage } from '../../../core/bank/shell';
import { display } from '../money';
import type { PaymentOrder, Transaction } from '../types';
import { FILES } from './shell';

/** The bank's question about a transaction; `token` is the way back to it. */
export function questionPage(
  page: { order: PaymentOrder; transaction: Transaction; merchant: string; shopOrigin: string },
  token: string,
) {
  const { order, transaction, merchant, shopOrigin } = page;
  const form = question({
    action: `/web2/bank/${token}`,
    amount: display(order.amount, order.currency, 'en-GB'),
    currency: order.currency,
    to: merchant,
    last4: transaction.card.last4,
  });
  return bankPage({
    shopOrigin,
    css: `${FILES}/bank.css`,
    script: `${FILES}/bank.js`,
    body: html`<main class="top">${form}</main>`,
  });
}
