import { randomInt } from 'node:crypto';
import { Digits } from '../wire/json';
import { absentGateway } from './absent';
import type { Gateway } from './types';

/** How order codes are written: a bare number, or text. Both occur in the documentation. */
export interface VivaManner {
  codes: 'number' | 'text';
}

/**
 * Viva's Smart Checkout: the booking names an order code of 16 digits, above 2^53 on purpose. Confirming needs Viva
 * itself, which this sandbox does not play yet: the code is made up here and can be paid nowhere.
 */
export function vivaGateway(manner: VivaManner): Gateway {
  const codes = new Map<string, { code: string; due: number }>();
  const codeFor = (order: string, due: number): string => {
    const known = codes.get(order);
    if (known?.due === due) return known.code;
    // A code is for one amount: another amount has another.
    const code = `92${String(randomInt(10 ** 7)).padStart(7, '0')}${String(randomInt(10 ** 7)).padStart(7, '0')}`;
    codes.set(order, { code, due });
    return code;
  };
  return {
    ...absentGateway('vivawallet', 'Viva', async (order, due) => {
      if (due === 0) return {};
      const code = codeFor(order.id, due);
      return { orderCode: manner.codes === 'number' ? new Digits(code) : code };
    }),
    reset: () => codes.clear(),
  };
}
