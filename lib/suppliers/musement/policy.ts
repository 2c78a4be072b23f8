import { z } from 'zod';
import { durationOf, inWords } from './map-parts';

const policy = z.looseObject({
  period: z.string().nullish(),
  type: z.string().nullish(),
  value: z.number().nullish(),
});

/**
 * A refund policy in words for operators: "100 % until 2 days before, 50 % until 0 seconds before". Nobody published its shape, so
 * what cannot be read is said as that.
 */
export function policyText(json: unknown): string {
  const rows = z.array(z.unknown()).safeParse(json);
  if (!rows.success) return 'a refund policy that this shop cannot read';
  if (rows.data.length === 0) return 'no refund by its policy';
  const texts = rows.data.map((row) => {
    const parsed = policy.safeParse(row);
    const { period, type, value } = parsed.success ? parsed.data : {};
    if (typeof value !== 'number') return 'a rule that this shop cannot read';
    const share = /percent/i.test(type ?? '') ? `${value} %` : `${value} ${type ?? ''}`.trim();
    const before = durationOf(period);
    if (before === null) return share;
    return before === 0 ? `${share} until it begins` : `${share} until ${inWords(before, 'en')} before`;
  });
  return texts.join(', ');
}
