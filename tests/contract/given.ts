import type { AttemptAsk } from '@/lib/checkout/heart';
import type { Checkout } from '@/lib/checkout/model';
import { paymentOptions } from '@/lib/checkout/options';
import type { Supplier } from '@/lib/checkout/supplier';
import type { OptionUnderTest } from './types';

/** Adyen's test card that pays, as a certified partner's server sends it. */
const CARD = {
  number: '4111111111111111',
  expiryMonth: '03',
  expiryYear: '2030',
  cvc: '737',
  holderName: 'Ada Byron',
};

/** What a customer, or the server that speaks for them, gives with the wish to pay; for most ways nothing. */
export function givenWith(
  { id: option, gives }: OptionUnderTest,
  supplier: Supplier,
  checkout: Checkout,
  attemptId: string,
): Pick<AttemptAsk, 'instrument'> {
  switch (gives) {
    case 'listed card': {
      const listed = paymentOptions(checkout, supplier, []).find(({ id }) => id === option);
      const [card] = listed?.instruments ?? [];
      return card ? { instrument: { kind: 'saved', id: card.id } } : {};
    }
    case 'card details':
      supplier.cards?.keep(attemptId, CARD);
      return {};
    case undefined:
      return {};
  }
}
