import { dateFormat } from '@/lib/checkout/formats';
import { type Amount, fromDecimal } from '@/lib/checkout/money';
import { isFrom } from '@/lib/platform/address';
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

/** The venue's calendar day of a moment: `2026-07-05`. */
export function dayOf(moment: MomentWire): string | null {
  const day = (!moment || typeof moment === 'string' ? moment : moment.local)?.slice(0, 10);
  return day && utcMs(day) !== null ? day : null;
}

/** The same, as people read it. */
export function dayText(moment: MomentWire, locale: string): string | null {
  const ms = utcMs(dayOf(moment));
  if (ms === null) return null;
  const options = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(ms);
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
