import type { Scenario } from '../../core/provider';
import { testCards } from './cards';

/** One scenario for each test card; the expiry only has to lie in the future and the code only needs its length. */
export const scenarios: readonly Scenario[] = testCards.flatMap((card) =>
  card.scenario
    ? [
        {
          id: `stripe.${card.scenario}`,
          provider: 'stripe' as const,
          title: card.title,
          how: card.challenge
            ? 'Pay with this card, then answer the bank’s dialog: Complete, Fail, or close it.'
            : 'Pay with this card.',
          expect: card.expect,
          card: {
            number: card.number,
            expiry: '12/34',
            cvc: card.brand === 'amex' ? '1234' : '123',
          },
        },
      ]
    : [],
);
