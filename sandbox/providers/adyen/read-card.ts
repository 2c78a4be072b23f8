import { z } from 'zod';
import { luhn } from '../../core/luhn';
import { brandOf } from './brands';
import { CVC, CVC_AMEX, EXPIRY, findTestCard } from './cards';
import { AdyenRefusal, invalid } from './errors';
import type { Sim } from './sim';
import type { StoredCard } from './types';
import { open } from './vault';

const text = z.string().max(5000).optional();

/** `paymentMethod` of a call, as far as a card goes. Raw digits come from servers that may hold them. */
export const cardMethod = z.looseObject({
  type: z.string(),
  holderName: text,
  encryptedCardNumber: text,
  encryptedExpiryMonth: text,
  encryptedExpiryYear: text,
  encryptedSecurityCode: text,
  number: text,
  expiryMonth: text,
  expiryYear: text,
  cvc: text,
  storedPaymentMethodId: text,
});

export type CardMethod = z.infer<typeof cardMethod>;

/** A card that was read, and whether all of it is as the test platform wants it. */
export interface ReadCard {
  card: StoredCard;
  sound: boolean;
  storedPaymentMethodId: string | null;
}

/** Reads a card from a call, or throws what Adyen answers before it asks anybody. */
export async function readCard(
  sim: Sim,
  { merchant, shopperReference }: { merchant: string; shopperReference: string | null },
  method: CardMethod,
): Promise<ReadCard> {
  if (method.type !== 'scheme') throw invalid('905', 'Payment details are not supported');
  if (method.storedPaymentMethodId !== undefined) {
    const { id, card } = sim.needStored(method.storedPaymentMethodId, merchant, shopperReference);
    return { card, sound: true, storedPaymentMethodId: id };
  }
  if (method.number !== undefined && method.encryptedCardNumber !== undefined) {
    throw new AdyenRefusal(400, '702', 'A card is either encrypted or not', 'validation');
  }
  const value = async (blob: string | undefined, name: string, plain: string | undefined) =>
    blob === undefined ? plain : open(blob, name);
  const number = await value(method.encryptedCardNumber, 'number', method.number);
  const month = await value(method.encryptedExpiryMonth, 'expiryMonth', method.expiryMonth);
  const year = await value(method.encryptedExpiryYear, 'expiryYear', method.expiryYear);
  const cvc = await value(method.encryptedSecurityCode, 'cvc', method.cvc);
  return { ...check({ number, month, year, cvc }, method.holderName ?? null), storedPaymentMethodId: null };
}

interface Typed {
  number: string | undefined;
  month: string | undefined;
  year: string | undefined;
  cvc: string | undefined;
}

function check(typed: Typed, holderName: string | null): { card: StoredCard; sound: boolean } {
  const { number = '', cvc } = typed;
  if (!/^\d{12,19}$/.test(number) || !luhn(number)) throw invalid('101', 'Invalid card number');
  const month = (typed.month ?? '').padStart(2, '0');
  const year = (typed.year ?? '').length === 2 ? `20${typed.year}` : (typed.year ?? '');
  if (!/^(0[1-9]|1[0-2])$/.test(month)) {
    throw invalid('141', 'Expiry month should be between 1 and 12 inclusive Card');
  }
  if (!/^20\d\d$/.test(year))
    throw invalid('140', 'Expiry year should be a 4 digit number greater than 2000');
  const brand = brandOf(number);
  const known = findTestCard(number);
  const right = brand.id === 'amex' ? CVC_AMEX : CVC;
  if (cvc === undefined && brand.cvcPolicy === 'required')
    throw invalid('103', 'CVC is not the right length');
  if (cvc !== undefined && cvc.length !== right.length) throw invalid('103', 'CVC is not the right length');
  return {
    card: {
      number: known ? number : '',
      brand: brand.id,
      last4: number.slice(-4),
      bin: number.slice(0, 8),
      expiryMonth: month,
      expiryYear: year,
      holderName,
    },
    sound:
      known !== undefined &&
      month === EXPIRY.month &&
      year === EXPIRY.year &&
      (cvc === undefined || cvc === right),
  };
}
