import type { ActivitySpec, FeatureSpec, HolderSpec } from './types';

/** Every day of the week. */
export const DAILY = [0, 1, 2, 3, 4, 5, 6] as const;
/** Houses that rest on Mondays. */
export const NOT_MONDAY = [0, 2, 3, 4, 5, 6] as const;

/** `muse` in hexadecimal in front, so that nobody takes one for an activity of theirs. */
export const uuidOf = (number: string) => `6d757365-${number}-4000-8000-00000000${number}`;

/** A kind of ticket; `before` is what it cost before a discount. */
export function holder(code: string, name: string, minor: number, before?: number): HolderSpec {
  return {
    code,
    name,
    minor,
    ...(before === undefined ? {} : { originalMinor: before }),
    minBuy: 1,
    maxBuy: 10,
  };
}

/** The one kind of visit that most activities have. */
export function single(...holders: FeatureSpec['holders']): readonly [FeatureSpec] {
  return [{ code: 'STANDARD', name: 'Standard', holders }];
}

/** An activity with the usual rules: euros, every day at ten and four, confirmed at once. */
export function activity(
  spec: Pick<
    ActivitySpec,
    'number' | 'title' | 'summary' | 'story' | 'city' | 'meetingPoint' | 'features' | 'poster'
  > &
    Partial<ActivitySpec>,
): ActivitySpec {
  return {
    uuid: uuidOf(spec.number),
    id: `musement-${spec.number}`,
    categories: ['Museums & exhibitions'],
    latitude: 41.9,
    longitude: 12.49,
    currency: 'EUR',
    minutes: 90,
    days: DAILY,
    times: ['10:00', '16:00'],
    languages: [],
    capacity: 40,
    serviceFee: 0,
    maxConfirmationTime: 'P0D',
    freeCancellationDays: 1,
    prefers: 'STRIPE',
    extra: [],
    participants: [],
    included: ['Entry'],
    notIncluded: ['Transport to the meeting point'],
    ...spec,
  };
}
