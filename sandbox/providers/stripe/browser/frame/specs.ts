import type { FieldKind } from '../messages';
import type { Brand } from './brands';
import type { FieldSpec } from './field';
import { formatCvc, formatExpiry, formatNumber } from './format';
import { judgeCvc, judgeExpiry, judgeNumber, judgePostalCode } from './validate';

/** The inputs of an element. `brand` is asked each time, since it changes while one types. */
export function specsFor(kind: FieldKind, brand: () => Brand): FieldSpec[] {
  const alone = kind !== 'card';
  const number: FieldSpec = {
    id: 'number',
    name: 'cardnumber',
    label: 'Credit or debit card number',
    placeholder: alone ? '1234 1234 1234 1234' : 'Card number',
    autocomplete: 'cc-number',
    inputMode: 'numeric',
    incomplete: 'incomplete_number',
    format: formatNumber,
    judge: judgeNumber,
  };
  const expiry: FieldSpec = {
    id: 'expiry',
    name: 'exp-date',
    label: 'Credit or debit card expiration date',
    placeholder: 'MM / YY',
    autocomplete: 'cc-exp',
    inputMode: 'numeric',
    incomplete: 'incomplete_expiry',
    format: formatExpiry,
    judge: (text) => judgeExpiry(text),
  };
  const cvc: FieldSpec = {
    id: 'cvc',
    name: 'cvc',
    label: 'Credit or debit card CVC/CVV',
    placeholder: 'CVC',
    autocomplete: 'cc-csc',
    inputMode: 'numeric',
    incomplete: 'incomplete_cvc',
    format: (text) => formatCvc(text, brand().id === 'unknown' ? 4 : brand().cvc),
    judge: (text) => judgeCvc(text, brand().id === 'unknown' ? 4 : brand().cvc),
  };
  const postal: FieldSpec = {
    id: 'postal',
    name: 'postal',
    label: 'Postal code',
    placeholder: 'Postcode',
    autocomplete: 'billing postal-code',
    inputMode: 'text',
    incomplete: 'incomplete_zip',
    format: (text) => text.slice(0, 10),
    judge: judgePostalCode,
  };
  return { card: [number, expiry, cvc, postal], cardNumber: [number], cardExpiry: [expiry], cardCvc: [cvc] }[
    kind
  ];
}
