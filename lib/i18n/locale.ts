import { DEFAULT_LOCALE, LOCALES, type Locale } from './messages';

/** The best available language for an `Accept-Language` header; a region falls back to its language. */
export function pickLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    const found = available(tag) ?? available(tag.split('-')[0] ?? '');
    if (found) return found;
  }
  return DEFAULT_LOCALE;
}

/** A stored or received tag as one of ours, or the default. */
export function toLocale(tag: string): Locale {
  return pickLocale(tag);
}

function available(tag: string): Locale | undefined {
  return LOCALES.find((locale) => locale.toLowerCase() === tag);
}
