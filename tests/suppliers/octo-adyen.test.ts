import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/checkout/json';
import { activeAttempt } from '@/lib/checkout/ledgers';
import type { PlacedStep } from '@/lib/checkout/model';
import { adyenDropinParams } from '@/lib/payments/adyen-dropin/params';
import { objections } from '../contract/stage';
import { pay, report, standingOf, tryAgain } from '../support/customer';
import { at, atTill, isNext, onStage, sandbox } from './octo-stage';

/** Sessions, banks and late words, with a heart. */

onStage('octo-adyen');

const sessionOf = (step: PlacedStep) =>
  step.kind === 'pay' ? adyenDropinParams.parse(step.params).session.id : null;

describe('Adyen', () => {
  it('refused again and again is another session each time, until the door is closed', async () => {
    const customer = await at('octo.adyen');
    let step: PlacedStep | null = await atTill(customer);
    const sessions: (string | null)[] = [];
    for (let tries = 0; step && tries < 7; tries += 1) {
      const shown: PlacedStep = step;
      sessions.push(sessionOf(shown));
      await report(customer, shown, await pay(customer, shown, 'declined'));
      const seen = await customer.until((now) => isNext(now, shown), 60_000);
      const next = activeAttempt(seen)?.step;
      step = next?.kind === 'pay' ? next : null;
      if (step) expect(seen.attempts.at(-1)).toMatchObject({ declines: tries + 1, status: 'open' });
    }
    expect(sessions).toHaveLength(5);
    expect(new Set(sessions).size).toBe(5);
    expect((await customer.rest()).attempts.at(-1)?.lastDecline).toBe('too_many_attempts');
    // A sixth time is only with a purchase of its own, and so with another session.
    expect(await tryAgain(customer)).toBeNull();
    const other = await at('octo.adyen');
    const sixth = await atTill(other);
    expect(sessions).not.toContain(sessionOf(sixth));
    await report(other, sixth, await pay(other, sixth, 'declined'));
    expect(standingOf(await other.rest())).toMatch(/^(expired|released)\/none$/);
    expect(await objections(customer)).toEqual([]);
  });

  it('goes to the bank and back: what it sent is for the page, once, and then it is booked', async () => {
    const customer = await at('octo.adyen');
    const step = await atTill(customer);
    const { session, clientKey } = adyenDropinParams.parse(step.kind === 'pay' ? step.params : null);
    const post = async (call: string, body: object) => {
      const url = `${sandbox.origin('adyen')}/checkoutshopper/v1/sessions/${session.id}/${call}`;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}?clientKey=${clientKey}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await answer.json()) as {
        resultCode: string;
        sessionResult?: string;
        action?: { url: string };
      };
    };
    const asked = await post('payments', {
      sessionData: session.sessionData,
      paymentMethod: {
        type: 'scheme',
        holderName: 'Ada Byron',
        encryptedCardNumber: 'test_4212345678901237',
        encryptedExpiryMonth: 'test_03',
        encryptedExpiryYear: 'test_2030',
        encryptedSecurityCode: 'test_737',
      },
    });
    const bank = new URL(asked.action?.url ?? '');
    const back = await fetch(`${bank.origin}${bank.pathname}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        token: bank.searchParams.get('MD') ?? '',
        password: 'password',
        outcome: 'answer',
      }),
    });
    const address = new URL(back.headers.get('location') ?? '');
    const token = address.pathname.split('/').at(-1) ?? '';
    const params: JsonObject = {
      query: [...address.searchParams].map((pair) => [...pair]),
      body: [],
      referer: null,
    };
    await customer.heart.returned(token, params);
    const resumed = activeAttempt(await customer.now())?.step;
    const redirectResult = address.searchParams.get('redirectResult');
    expect(resumed).toMatchObject({ kind: 'pay', resume: { redirectResult, sessionId: session.id } });
    // A second tab that comes back changes nothing: the page is at work with the first.
    await customer.heart.returned(token, params);
    expect(activeAttempt(await customer.now())?.step?.id).toBe(resumed?.id);
    const { resultCode, sessionResult } = await post('paymentDetails', { details: { redirectResult } });
    const said = { outcome: 'result', sessionId: session.id, resultCode, sessionResult: sessionResult ?? '' };
    if (resumed) await report(customer, resumed, said);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(await objections(customer)).toEqual([]);
  });

  it('that says one thing and another is not believed: the supplier’s word counts', async () => {
    const customer = await at('octo.adyen');
    const step = await atTill(customer);
    const paid = await pay(customer, step, 'good');
    const liar = { outcome: 'result', sessionId: sessionOf(step) ?? '', resultCode: 'Refused' };
    await report(customer, step, liar);
    await report(customer, step, paid);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    const other = await at('octo.adyen');
    const form = await atTill(other);
    await report(other, form, {
      outcome: 'result',
      sessionId: sessionOf(form) ?? '',
      resultCode: 'Authorised',
    });
    expect((await sandbox.ledger()).bookings.filter(({ status }) => status === 'booked')).toHaveLength(1);
  });

  it('whose session is too old is asked about for a minute, and then there is another', async () => {
    const customer = await at('octo.adyen');
    const step = await atTill(customer);
    await report(customer, step, { outcome: 'expired', sessionId: sessionOf(step) ?? '' });
    expect(activeAttempt(await customer.now())?.step).toMatchObject({ kind: 'wait', again: 'advance' });
    const later = await customer.until((now) => activeAttempt(now)?.step?.kind === 'pay', 5 * 60_000);
    const form = activeAttempt(later)?.step;
    expect(form && sessionOf(form)).not.toBe(sessionOf(step));
    if (form) await report(customer, form, await pay(customer, form, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(await objections(customer)).toEqual([]);
  });

  it('stays open while the customer takes more time, and takes their payment after the first end', async () => {
    const customer = await at('octo.adyen');
    const step = await atTill(customer);
    const { expiresAt: first } = await customer.now();
    await customer.jump(20 * 60_000);
    await customer.heart.extend(customer.id);
    const later = await customer.now();
    expect((later.expiresAt ?? 0) - (first ?? 0)).toBeGreaterThan(19 * 60_000);
    expect(activeAttempt(later)?.step?.id).toBe(step.id);
    await customer.jump(15 * 60_000);
    expect(customer.shop.clock.now()).toBeGreaterThan(first ?? 0);
    await report(customer, step, await pay(customer, step, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(await objections(customer)).toEqual([]);
  });
});
