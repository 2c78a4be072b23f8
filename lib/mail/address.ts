import { createHash } from 'node:crypto';
import type { Checkout } from '@/lib/checkout/model';

/** One address, nothing that could make it two or end a header line. Whether it exists only its server knows. */
const ADDRESS = /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@[^\s\p{C}@<>()[\]\\,;:"]{1,253}$/u;

/** Where a checkout's mail goes: the customer's own address from its details; null when there is none to write to. */
export function recipientOf({ details }: Pick<Checkout, 'details'>): string | null {
  const { customer } = details.values;
  if (customer === null || typeof customer !== 'object' || Array.isArray(customer)) return null;
  const email = 'email' in customer ? customer.email : null;
  return typeof email === 'string' && ADDRESS.test(email) ? email : null;
}

/** Named after what the mail is for: a mail that is sent again after a crash is the same message to mail programs. */
export function messageIdOf(key: string, publicUrl: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<${hash}@${new URL(publicUrl).hostname}>`;
}
