import { html } from 'hono/html';
import { hindrance } from '../payers';
import { paid, type Sim, sumOf } from '../sim';
import type { PaymentRequest } from '../types';
import { type Html, page } from './shell';

const euros = (cents: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** What came of the button that was pressed just now. */
export type Said = 'paid' | 'twice' | 'refused' | 'pending' | 'amount' | null;

/** The page at a request's address: who asks, how much, for what, and the ways in which it can end. */
export function payPage(sim: Sim, request: PaymentRequest, said: Said): Response {
  const why = hindrance(sim, request);
  const amount = request.amount === null ? null : euros(request.amount);
  const pending = request.payments.some(({ status }) => status === 'PENDING');
  const body = html`<section class="panel">
<p class="soft">${sim.payeeOf(request)} asks you for</p>
<h1 data-testid="amount">${amount ?? 'an amount of your choice'}</h1>
<p class="for">${request.description}</p>
${note(said)}
${why === null ? form(request, amount) : closed(sim, request, why)}
<p class="soft small" data-testid="so-far">${soFar(request)}</p>
</section>
${shortcuts(request, why === null, pending)}`;
  return page(`${amount ?? 'Pay'} – ${sim.payeeOf(request)}`, body, said === 'amount' ? 422 : 200);
}

function form({ amount: asked }: PaymentRequest, amount: string | null): Html {
  const field =
    asked === null
      ? html`<label for="amount">Amount in euros</label><input id="amount" name="amount" inputmode="decimal" autocomplete="transaction-amount" required>`
      : '';
  return html`<form method="post">${field}
<button class="button main" type="submit" name="outcome" value="pay">${amount ? `Pay ${amount}` : 'Pay'}</button>
</form>`;
}

function closed(sim: Sim, request: PaymentRequest, why: 'blocked' | 'over'): Html {
  const over: Readonly<Record<string, string>> = {
    EXPIRED: 'This request has expired. Nobody can pay it any more.',
    CLOSED: 'This request was closed. Nobody can pay it any more.',
    MAX_YIELD_REACHED: 'This account has received all that it may. Nobody can pay this request any more.',
    MAX_SUCCESSFUL_PAYMENTS_REACHED: 'This request was paid as often as it may be.',
  };
  const text =
    why === 'blocked'
      ? 'This bank account cannot receive money just now. Try again later.'
      : (over[sim.statusOf(request)] ?? 'Nobody can pay this request.');
  return html`<p class="alert" role="alert">${text}</p>`;
}

const NOTES: Readonly<Record<Exclude<Said, null>, string>> = {
  paid: 'Thank you, it is paid. You can go back to the shop.',
  twice: 'It was paid twice.',
  refused: 'Your bank has refused. Nothing was taken; you can try again.',
  pending: 'Your bank is still at it. You can close this page.',
  amount: 'Enter an amount such as 12.50.',
};

function note(said: Said): Html | '' {
  return said ? html`<p class="note" role="status">${NOTES[said]}</p>` : '';
}

function soFar(request: PaymentRequest): string {
  const rows = paid(request);
  if (rows.length === 0) return 'Nobody has paid it yet.';
  const times = rows.length === 1 ? 'once' : rows.length === 2 ? 'twice' : `${rows.length} times`;
  return `Paid ${times}, ${euros(sumOf(rows))} in all.`;
}

/** For people and programs that test. Not there in life. */
function shortcuts({ amount }: PaymentRequest, open: boolean, pending: boolean): Html {
  const button = (value: string, label: string) =>
    html`<button class="button" type="submit" name="outcome" value="${value}">${label}</button>`;
  const payable = open && amount !== null;
  return html`<section class="panel shortcuts" aria-labelledby="shortcuts">
<h2 id="shortcuts">Test shortcuts</h2>
<p class="soft small">What else can happen to a payment request.</p>
<form method="post" data-testid="shortcuts">
${payable ? html`${button('twice', 'Two people pay')}${button('refuse', 'Let the bank refuse')}${button('pending', 'Leave it pending')}` : ''}
${pending ? html`${button('yes', 'The bank says yes')}${button('no', 'The bank says no')}` : ''}
${open ? html`${button('expire', 'Let it expire')}${button('close', 'Close it')}` : ''}
</form>
</section>`;
}
