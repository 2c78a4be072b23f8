import type { EventDetail, EventSummary } from '@/lib/checkout/catalogue';
import { isFrom } from '@/lib/platform/address';
import { plainText } from '@/lib/platform/plain-text';
import type { MusementConfig } from './config';
import { amountOf, durationOf, inWords, texts } from './map-parts';
import type { ActivityWire } from './wire';

/** An activity as an event of the shop. */
export function summaryOf(activity: ActivityWire, { imageOrigins }: MusementConfig): EventSummary {
  const { uuid, title, description, categories, city, retail_price: price } = activity;
  const { cover_image_url: image } = activity;
  return {
    id: uuid,
    title,
    summary: plainText(description, 300),
    image: isFrom(image, imageOrigins) ? image : undefined,
    category: texts((categories ?? []).map((one) => one?.name))[0],
    city: city?.name || undefined,
    from: price ? amountOf(price) : undefined,
  };
}

/** With everything that there is to read, and the days on which it is on. */
export function detailOf(
  activity: ActivityWire,
  days: readonly string[],
  config: MusementConfig,
  locale: string,
): EventDetail {
  const { about, description, included, not_included: not, meeting_point: where } = activity;
  const takes = durationOf(activity.duration_range?.max);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Where to meet', where],
    ['How long', takes ? inWords(takes, locale) : null],
    ['Included', texts((included ?? []).map((one) => one?.name)).join('\n')],
    ['Not included', texts((not ?? []).map((one) => one?.name)).join('\n')],
  ];
  return {
    ...summaryOf(activity, config),
    description: plainText(about || description, 20_000),
    facts: facts.flatMap(([label, text]) => (label && text ? [{ label, text }] : [])),
    highlights: [],
    performances: days.map((date) => ({ date })),
    notices: texts([
      confirmationText(activity.max_confirmation_time, locale),
      activity.free_cancellation ? 'It can be cancelled; how much comes back depends on when.' : null,
    ]),
  };
}

/**
 * What to expect after paying, where the organiser has to say yes first; null where it is booked at once. It stays with the item
 * when it is booked, so it says how it is done and not what comes next.
 */
export function confirmationText(duration: string | null | undefined, locale: string): string | null {
  const longest = durationOf(duration);
  if (!longest) return null;
  return `The organiser confirms by hand, within ${inWords(longest, locale)} of your payment.`;
}
