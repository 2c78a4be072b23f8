/**
 * Adyen's environments, as its browser library spells them (docs.adyen.com/online-payments/build-your-integration, "live
 * environments"). Any other name would make the library talk to the European live environment, so it is refused here.
 */
export const ENVIRONMENTS = [
  'test',
  'live',
  'live-us',
  'live-au',
  'live-apse',
  'live-in',
  'live-nea',
] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** The environment of that name; suppliers are not strict about capitals. Null: Adyen has none. */
export function environmentOf(name: string): Environment | null {
  const wanted = name.toLowerCase();
  return ENVIRONMENTS.find((known) => known === wanted) ?? null;
}
