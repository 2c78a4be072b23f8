import type { Change } from '@/lib/checkout/model';
import { formatAmount } from '@/lib/checkout/money';
import type { CheckoutView } from '../schemas/checkout';
import { plain, sentence } from '../text';
import { amountView } from './money';

/** What is not as it was, in the supplier's own sentence or in ours. */
export function changeView(locale: string, change: Change): CheckoutView['changes'][number] {
  const { itemId, kind, text, before, after } = change;
  return {
    itemId,
    kind,
    text: text ? plain(text, 500) : changeText(locale, change),
    before: before && amountView(before),
    after: after && amountView(after),
  };
}

function changeText(locale: string, { kind, before, after }: Change): string {
  if (kind !== 'price') return sentence(locale, 'problems', `changes.${kind}`);
  if (!before || !after) return sentence(locale, 'problems', 'changes.price_plain');
  const values = { before: formatAmount(before, locale), after: formatAmount(after, locale) };
  return sentence(locale, 'problems', 'changes.price', values);
}
