/** ISO 4217 numbers of the currencies that Viva settles here. */
const NUMBERS: Readonly<Record<string, string>> = { EUR: '978', GBP: '826', USD: '840' };

/** `978` for EUR: how Viva names currencies. */
export function numberOf(currency: string): string {
  return NUMBERS[currency] ?? '978';
}

/** The letters of a currency's number; undefined for one that is not settled here. */
export function lettersOf(number: string): string | undefined {
  return Object.entries(NUMBERS).find(([, one]) => one === number)?.[0];
}

/** Minor units as the major units that transactions are told in. All currencies here have two decimals. */
export function major(minor: number): number {
  return minor / 100;
}

/** `€62.50` in the page's language. */
export function display(minor: number, currency: string, lang: string): string {
  return new Intl.NumberFormat(lang, { style: 'currency', currency }).format(major(minor));
}
