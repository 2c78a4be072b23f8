import type { Scenario } from '../../core/provider';

const scenario = (id: string, title: string, how: string, expect: string): Scenario => ({
  id: `tikkie.${id}`,
  provider: 'tikkie',
  title,
  how,
  expect,
});

/** How to meet each outcome: buttons of the pay page, and actions of the control port for what payers cannot do. */
export const scenarios: readonly Scenario[] = [
  scenario(
    'pay',
    'Paid',
    'Open the payment request and press “Pay”.',
    'One charge is captured; the shop’s page hears of it and the tickets are booked.',
  ),
  scenario(
    'pay.octo',
    'Paid, for OCTO’s tickets',
    'Open the payment request and press “Pay”.',
    'As with Paid: confirmed with the request as the proof of payment.',
  ),
  scenario(
    'pay.musement',
    'Paid, for Musement’s tickets',
    'Open the payment request and press “Pay”.',
    'As with Paid: the order is confirmed by the no-payment flow.',
  ),
  scenario(
    'pay.twice',
    'Paid twice',
    'Press “Two people pay”.',
    'One booking; the second payment is owed back, and an operator is called.',
  ),
  scenario(
    'pay.again',
    'Paid again after the tickets are booked',
    'Press “Pay”, wait for the tickets, then open the same link and press “Pay” again.',
    'The tickets stay; the second payment is owed back as soon as the shop has looked; an operator’s Check makes it look.',
  ),
  scenario(
    'pay.late',
    'Paid when the hold is gone',
    'Let the hold end, which takes a minute, then press “Pay”. “The hold ends” on the test bench ends it where the shop does not see it.',
    'The same is held again where it can be had at the same price, and booked; else the money is owed back.',
  ),
  scenario(
    'pay.less',
    'Less comes in than was asked for',
    'Press “Somebody pays €1.00” on the test bench, or order the action pay with the request’s external id and {"amount": 100}.',
    'No tickets; what came in is owed back, and the page says so.',
  ),
  scenario(
    'refuse',
    'Refused by the payer’s bank',
    'Press “Let the bank refuse”.',
    'Nothing is captured; the request stays open and can be paid again.',
  ),
  scenario(
    'pending',
    'The bank takes its time',
    'Press “Leave it pending”, later “The bank says yes” or “The bank says no”.',
    'The shop waits and asks nobody to pay again; then as with Paid or Refused.',
  ),
  scenario(
    'leave',
    'Nobody pays',
    'Leave the page.',
    'The hold runs out; the request stays open, and the shop goes on looking at it.',
  ),
  scenario(
    'expire',
    'The request expires',
    'Press “Let it expire”.',
    'The attempt is over and nothing is charged; while the hold lasts another way to pay can be taken.',
  ),
  scenario('close', 'The request is closed', 'Press “Close it”.', 'As with an expired request.'),
  scenario(
    'full',
    'The account has received its limit',
    'Press “The limit is reached” on the test bench, or order the action status with {"status": "MAX_YIELD_REACHED"}.',
    'Nobody can pay it any more; the customer is offered another try.',
  ),
  scenario(
    'blocked',
    'The bank account is blocked for a while',
    'Press “The account is blocked” on the test bench, or order the action block; {"on": false} ends it.',
    'The shop’s page says that it cannot be paid just now, and goes on looking.',
  ),
  scenario(
    'lost',
    'The answer to making the request is lost',
    'Order the fault drop after POST /v1/tikkie/*.',
    'The shop finds the request by its external id and makes no second one.',
  ),
  scenario(
    'dates',
    'Dates as epoch milliseconds',
    'Order the action settings with {"dates": "millis"} or "millis-text".',
    'The shop reads them as it reads the documented ones.',
  ),
  scenario(
    'short-tokens',
    'Access tokens of a minute',
    'Order the action settings with {"tokenSeconds": 60}, or "expiresInAs": "number".',
    'The shop asks for the next one in time; nobody notices.',
  ),
];
