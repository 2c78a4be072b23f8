import type { Customer } from '../transaction/model';
import type { Voice } from './voice';

/** Which fields have a twin in Latin letters. */
const LATIN = [
  'addr_line_one',
  'addr_line_two',
  'country',
  'county',
  'first_name',
  'initials',
  'last_name',
  'postcode',
  'suffix',
  'title',
  'town',
];

/** A customer; the three questions about data have other names in the older generation. */
export function customerWire({ old }: Voice, customer: Customer): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(customer)) {
    const question = /^(supplier|user|world)_can_use_customer_data$/.exec(name);
    if (question && old) wire[`dp_${question[1]}`] = value;
    else wire[name] = value;
    if (LATIN.includes(name) && typeof value === 'string') wire[`${name}_latin`] = latin(value);
  }
  return wire;
}

/** Accents taken away; letters of other scripts become question marks, as the platform cannot read them either. */
function latin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{Script=Latin}\p{Nd}\p{P}\p{S}\p{Zs}]/gu, '?');
}
