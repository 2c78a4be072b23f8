import { html } from 'hono/html';
import { PASSWORD } from '../../../core/bank/question';
import { EVENTS } from '../cards';
import { display } from '../money';
import type { Mistake, Typed } from '../pay';
import type { PaymentOrder } from '../types';
import { type Html, type Look, page } from './shell';
import { type Texts, textsOf } from './texts';

/** What the page was left with: what was typed (never the number or the code) and what came of it. */
export interface Before {
  readonly typed?: Pick<Typed, 'expiry' | 'name'>;
  readonly mistakes: readonly Mistake[];
  /** Why the last try failed, by Viva's list; null where there was none. */
  readonly eventId: number | null;
  /** The shop asked for another way to pay than by card. */
  readonly otherMethod: boolean;
}

interface Field {
  readonly name: Mistake;
  readonly label: string;
  readonly value?: string;
  readonly autocomplete: string;
  readonly inputmode: 'numeric' | 'text';
  readonly maxlength: number;
}

/** The card form, and the buttons by which a test ends without typing. */
export function checkoutPage(
  order: PaymentOrder,
  merchant: string,
  look: Look,
  before: Before,
  ways: { back: string | null; formAction: string },
): Response {
  const texts = textsOf(look.lang);
  const amount = display(order.amount, order.currency, look.lang);
  const hidden = html`<input type="hidden" name="ref" value="${order.code}"><input type="hidden" name="lang" value="${look.lang}"><input type="hidden" name="color" value="${look.color}">`;
  const body = html`<section class="summary" aria-label="${texts.payTo} ${merchant}">
<p class="soft">${texts.payTo} <strong>${merchant}</strong></p>
<p class="amount" data-testid="amount">${amount}</p>
${order.customerTrns ? html`<p>${order.customerTrns}</p>` : ''}
<p class="soft small">${texts.order} <span class="code" dir="ltr">${order.code}</span></p>
</section>
<section class="panel">
<h1>${texts.card}</h1>
${alert(before, texts)}
<form method="post" action="/web2/pay" novalidate data-testid="card-form">
${hidden}
${fields(texts, before).map((one) => field(one, before, texts))}
<button class="button main" type="submit">${texts.pay.replace('{amount}', amount)}</button>
</form>
${ways.back ? html`<a class="button quiet" href="${ways.back}" data-testid="back">${texts.back}</a>` : ''}
</section>
${shortcuts(hidden)}`;
  return page(`${texts.pay.replace('{amount}', amount)} – ${merchant}`, look, body, {
    formAction: ways.formAction,
    status: before.mistakes.length > 0 ? 422 : 200,
  });
}

function fields(texts: Texts, { typed }: Before): Field[] {
  return [
    { name: 'number', label: texts.number, autocomplete: 'cc-number', inputmode: 'numeric', maxlength: 23 },
    {
      name: 'expiry',
      label: texts.expiry,
      value: typed?.expiry,
      autocomplete: 'cc-exp',
      inputmode: 'numeric',
      maxlength: 7,
    },
    { name: 'cvv', label: texts.cvv, autocomplete: 'cc-csc', inputmode: 'numeric', maxlength: 4 },
    {
      name: 'name',
      label: texts.name,
      value: typed?.name,
      autocomplete: 'cc-name',
      inputmode: 'text',
      maxlength: 80,
    },
  ];
}

function field(one: Field, { mistakes }: Before, texts: Texts): Html {
  const wrong = mistakes.includes(one.name);
  const first = mistakes[0] === one.name;
  return html`<div class="field ${one.name}">
<label for="${one.name}">${one.label}</label>
<input id="${one.name}" name="${one.name}" value="${one.value ?? ''}" autocomplete="${one.autocomplete}" inputmode="${one.inputmode}" maxlength="${one.maxlength}" spellcheck="false" required ${wrong ? html`aria-invalid="true" aria-describedby="${one.name}-error"` : ''} ${first ? html`autofocus` : ''}>
${wrong ? html`<p class="error" id="${one.name}-error">${texts.mistakes[one.name]}</p>` : ''}
</div>`;
}

function alert({ eventId, otherMethod }: Before, texts: Texts): Html | '' {
  if (eventId !== null) {
    const why =
      eventId === EVENTS.insufficientFunds
        ? texts.noFunds
        : eventId === EVENTS.incomplete || eventId === EVENTS.wrongWord
          ? texts.bankSaidNo
          : texts.refused;
    return html`<div class="alert" role="alert" data-event="${eventId}"><strong>${why}</strong> ${texts.nothing} ${texts.tryAgain}</div>`;
  }
  return otherMethod
    ? html`<p class="soft" lang="en">The shop asked for another way to pay; this sandbox takes cards only.</p>`
    : '';
}

/** For people and programs that test: each ends the payment in one press. Not there in life. */
function shortcuts(hidden: Html): Html {
  return html`<section class="panel shortcuts" lang="en" aria-labelledby="shortcuts">
<h2 id="shortcuts">Test shortcuts</h2>
<p class="soft small">4147 4630 1111 0133 pays, 4147 4630 1111 0141 is refused, 5239 2907 0000 0101 makes the bank ask for the word <strong>${PASSWORD}</strong>. Any date to come, any code. Or press:</p>
<form method="post" action="/web2/pay" data-testid="shortcuts">
${hidden}
<button class="button" type="submit" name="quick" value="yes">Pay with a test card</button>
<button class="button" type="submit" name="quick" value="no">Let it be refused, and go back</button>
<button class="button" type="submit" name="quick" value="bank">Let the bank ask</button>
<button class="button" type="submit" name="quick" value="stay">Pay, and do not come back</button>
</form>
</section>`;
}
