import { type Amount, fromDecimal } from '@/lib/checkout/money';
import type { ImageWire, MomentWire, PriceWire } from './wire';

/** A price in minor units; `beside` is the currency that stands next to a bare number (old generation). */
export function amountOf(price: PriceWire, beside: string): Amount {
  if (typeof price === 'string') return fromDecimal(price, beside);
  return fromDecimal(price.amount, price.currency);
}

/** Milliseconds UTC of an ISO 8601 text, which Tickitto writes with and without a zone; null when it is none. */
export function utcMs(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T');
  const ms = Date.parse(zoned ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : ms;
}

/** The venue's calendar day, as people read it. */
export function dayOf(moment: MomentWire, locale: string): string | null {
  const local = !moment || typeof moment === 'string' ? moment : moment.local;
  const ms = utcMs(local?.slice(0, 10));
  if (ms === null) return null;
  const options = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(ms);
}

/** Address of a picture on a site that the shop's policy lets in; the first of the shapes that there is. */
export function pictureOf(
  image: ImageWire,
  shapes: readonly ('desktop' | 'mobile' | 'thumbnail')[],
  origins: readonly string[],
): string | undefined {
  if (!image) return undefined;
  const candidates = typeof image === 'string' ? [image] : shapes.map((shape) => image[shape]);
  return candidates.find((url): url is string => isFrom(url, origins));
}

/** Whether an address is http(s), on one of these origins, and carries nobody's name and password. */
export function isFrom(url: string | null | undefined, origins: readonly string[]): url is string {
  if (!url || url.length > 2000 || !URL.canParse(url)) return false;
  const { origin, protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && !username && !password && origins.includes(origin);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** A description without its markup: paragraphs stay, tags go. Never put back into HTML unescaped. */
export function plainText(html: string | null | undefined, max: number): string {
  return (html ?? '')
    .slice(0, 50_000)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(br|\/p|\/li|\/h\d|\/div)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(#?\w{2,6});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, max);
}
