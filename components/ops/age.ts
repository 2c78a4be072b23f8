import { numberFormat } from '@/lib/checkout/formats';

/** How long ago in the largest unit that fits: "2 hours", "3 days". */
export function ageText(ms: number, locale: string): string {
  const minutes = Math.floor(ms / 60_000);
  const [value, unit] =
    minutes >= 2 * 24 * 60
      ? ([Math.floor(minutes / (24 * 60)), 'day'] as const)
      : minutes >= 120
        ? ([Math.floor(minutes / 60), 'hour'] as const)
        : ([minutes, 'minute'] as const);
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
