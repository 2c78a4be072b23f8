/** What an offer is over there: a kind of visit at a start, guided in a language or in none. */
export interface OfferId {
  readonly day: string;
  readonly time: string;
  readonly feature: string;
  readonly language: string;
}

/** Its parts may hold anything, so each is encoded. */
export function offerId({ day, time, feature, language }: OfferId): string {
  return [day, time, feature, language].map(encodeURIComponent).join('|');
}

/** Takes an id apart; null for what is none of ours. */
export function readOfferId(text: string): OfferId | null {
  const parts = text.split('|').map(decoded);
  const [day, time, feature, language] = parts;
  if (parts.length !== 4 || !day || !time || feature == null || language == null) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day, time, feature, language } : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
