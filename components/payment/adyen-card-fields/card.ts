import { type AdyenCardFieldsData, CARD_FIELDS } from '@/lib/payments/adyen-card-fields/types';

/** Whatever else the library puts there stays in the page. */
const NAMES: ReadonlySet<string> = new Set(CARD_FIELDS);

/** What the form hands over: the encrypted card, and what is known of it. `country` is what Adyen found the card's issuer in. */
export function cardOf(paymentMethod: object, country: string | undefined): AdyenCardFieldsData {
  const texts = Object.entries(paymentMethod).filter(
    (entry): entry is [string, string] => NAMES.has(entry[0]) && typeof entry[1] === 'string',
  );
  const card = Object.fromEntries(texts);
  const { brand } = card;
  return {
    paymentMethod: card,
    ...(brand && /^[a-z_]{1,40}$/.test(brand) ? { brand } : {}),
    ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
  };
}
