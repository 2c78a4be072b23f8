import { Hono } from 'hono';
import { z } from 'zod';
import { isWhole, schemeOf, testCards } from '../cards';
import { type ProblemRow, problem, SpreedlyProblem } from '../problems';
import { checkSignature, signatureFields } from '../signature';
import { newToken, type Sim } from '../sim';
import type { PaymentMethod } from '../types';
import { methodWire } from '../wire';
import { body, sendError } from './answers';

const text = z.string().max(200);
const number = z.union([z.int(), z.string()]).transform(Number);

const input = signatureFields.extend({
  environment_key: text,
  payment_method: z.looseObject({
    email: text.nullish(),
    credit_card: z.object({
      number: text,
      verification_value: text.nullish(),
      month: number,
      year: number,
      full_name: text.nullish(),
    }),
  }),
});

type Card = z.infer<typeof input>['payment_method']['credit_card'];

/**
 * Keeping cards. Browsers hand them in with nothing but the environment's public key, and only from a page of Spreedly's
 * own; a shop's page that tries is not answered by the browser, for there are no CORS headers.
 */
export function methodRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.onError((error, c) => sendError(c, error));

  app.post('/v1/payment_methods/restricted.json', async (c) => {
    const from = c.req.header('origin');
    if (from !== undefined && from !== sim.world.origin('spreedly'))
      throw problem(403, 'access_denied', 'Cards are taken from Spreedly’s own form only.');
    const given = await body(c, input);
    const environment = sim.environment(given.environment_key);
    if (!environment)
      throw problem(404, 'environment_key_parameter_required', 'The environment key is unknown.');
    const card = given.payment_method.credit_card;
    const digits = card.number.replace(/\D/g, '');
    // First the card: what is wrong with it can be mended on the same page, and costs no nonce.
    const wrong = mistakes(card, digits, sim.now());
    if (wrong.length > 0) throw new SpreedlyProblem(422, wrong);
    checkSignature(sim, environment, given);
    const method: PaymentMethod = {
      token: newToken(),
      environment: environment.key,
      number: Object.hasOwn(testCards, digits) ? digits : '',
      firstSix: digits.slice(0, 6),
      lastFour: digits.slice(-4),
      cardType: schemeOf(digits).id,
      month: card.month,
      year: card.year,
      fullName: card.full_name ?? '',
      email: given.payment_method.email ?? null,
      createdMs: sim.now(),
      storage: 'cached',
    };
    sim.methods.set(method.token, method);
    const transaction = {
      token: newToken(),
      transaction_type: 'AddPaymentMethod',
      succeeded: true,
      state: 'succeeded',
      retained: false,
      message: 'Succeeded!',
      payment_method: methodWire(method),
    };
    return c.json({ transaction }, 201);
  });

  app.get('/v1/payment_methods/:file', (c) => {
    const environment = sim.authorised(c);
    const token = c.req.param('file').replace(/\.json$/, '');
    return c.json({ payment_method: methodWire(sim.method(environment, token)) });
  });
  return app;
}

function mistakes(card: Card, digits: string, nowMs: number): ProblemRow[] {
  const row = (attribute: string, message: string): ProblemRow => ({
    attribute,
    key: 'errors.invalid',
    message,
  });
  const { cvc } = schemeOf(digits);
  const { month, year, verification_value: code, full_name: name } = card;
  const ahead = month >= 1 && month <= 12 && year < 2100 && Date.UTC(year, month) > nowMs;
  return [
    ...(isWhole(digits) ? [] : [row('number', 'Number is not a valid card number')]),
    ...(ahead ? [] : [row('year', 'Year is expired')]),
    ...(new RegExp(`^\\d{${cvc}}$`).test(code ?? '')
      ? []
      : [row('verification_value', 'Verification value is not the right length')]),
    ...(name?.trim() ? [] : [row('full_name', 'Full name can’t be blank')]),
  ];
}
