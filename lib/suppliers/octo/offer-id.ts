/** What an offer is over there: an option of a product, and one of its availabilities; null for tickets without a date. */
export interface OfferId {
  readonly option: string;
  readonly availability: string | null;
}

/** Both ids are opaque and may hold anything, so each is encoded. */
export function offerId({ option, availability }: OfferId): string {
  return [option, ...(availability === null ? [] : [availability])].map(encodeURIComponent).join('|');
}

/** Takes an id apart; null for what is none of ours. */
export function readOfferId(text: string): OfferId | null {
  const [option, availability, ...more] = text.split('|').map(decoded);
  if (!option || more.length > 0 || availability === '') return null;
  return { option, availability: availability ?? null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
