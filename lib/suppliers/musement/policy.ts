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
    const share = isPercent(type) ? `${value} %` : `${value} ${type ?? ''}`.trim();
    const before = durationOf(period);
    if (before === null) return share;
    return before === 0 ? `${share} until it begins` : `${share} until ${inWords(before, 'en')} before`;
  });
  return texts.join(', ');
}

/**
 * Which part of its price a policy gives back of what begins at `startsAt` and is cancelled now, from 0 to 1; null where it cannot be
 * told. Of the rules whose time is not over the one counts that ends first. Times in milliseconds.
 */
export function shareBack(json: unknown, startsAt: number | undefined, now: number): number | null {
  const rows = z.array(policy).safeParse(json);
  if (!rows.success || startsAt === undefined) return null;
  const rules = rows.data.map(({ period, type, value }) => {
    const before = durationOf(period);
    const readable = before !== null && isPercent(type) && typeof value === 'number';
    return readable && value >= 0 && value <= 100 ? { before, share: value / 100 } : null;
  });
  if (rules.length === 0 || rules.includes(null)) return null;
  const open = rules.flatMap((rule) => (rule && startsAt - now >= rule.before ? [rule] : []));
  return open.sort((a, b) => b.before - a.before)[0]?.share ?? 0;
}

function isPercent(type: string | null | undefined): boolean {
  return /percent/i.test(type ?? '');
}
