import type { Offers } from '@/lib/checkout/catalogue';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { offerOf } from './map-offer';
import { currencyFor, isOpenDated } from './map-product';
import type { ProductWire } from './wire';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What can be had on a day (`YYYY-MM-DD` where the venue is), by the time; or without a day, where none is chosen.
 * Without `octo/pricing` nothing has a price, and then nothing is offered.
 */
export async function offers(
  desk: Desk,
  ctx: CallContext,
  event: string,
  date: string | null,
): Promise<Answer<Offers>> {
  if (date !== null && !DATE.test(date)) return { ok: false, code: 'not_found' };
  const reply = await desk.send(ctx, calls.product(event));
  if (reply.kind !== 'ok') return noAnswer(reply);
  if (desk.granted('octo/pricing') === false) return { ok: false, code: 'misconfigured' };
  const product = reply.value;
  const currency = currencyFor(product, desk.config.currency);
  // A day for what has none, or none for what has: there is nothing that could be meant.
  if (isOpenDated(product) !== (date === null)) return { ok: true, value: { offers: [] } };
  if (date === null) {
    const all = product.options.map((option) => offerOf(product, option, null, currency));
    return { ok: true, value: { offers: all.filter((offer) => offer !== null) } };
  }
  return onDay(desk, ctx, product, date, currency);
}

/** Every time of a day, of all options. One answer that is missing fails all: half a list would hide tickets. */
async function onDay(
  desk: Desk,
  ctx: CallContext,
  product: ProductWire,
  date: string,
  currency: string | undefined,
): Promise<Answer<Offers>> {
  const ask = { productId: product.id, localDate: date, currency };
  const slots = await Promise.all(
    product.options.map(async (option) => ({
      option,
      reply: await desk.send(ctx, calls.slots({ ...ask, optionId: option.id })),
    })),
  );
  const found = [];
  for (const { option, reply: answer } of slots) {
    if (answer.kind !== 'ok') return noAnswer(answer);
    for (const slot of answer.value) {
      const offer = slot.available ? offerOf(product, option, slot, currency) : null;
      if (offer) found.push(offer);
    }
  }
  return { ok: true, value: { offers: found.sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0)) } };
}
