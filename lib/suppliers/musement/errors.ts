import type { FailureCode } from '@/lib/checkout/errors';
import type { Refusal } from '@/lib/checkout/model';
import type { Answer } from '@/lib/checkout/supplier';
import type { NoReply, Refused } from './client';
import { faultWire } from './wire';

/** "Full authentication is required": the token, and not what it was used for. */
const LOGGED_OUT = '1401';
/** "Unknown market code", "The header … is mandatory": our settings. */
const SETTINGS: ReadonlySet<string> = new Set(['-1', '2271']);

/** Code, sentence and fields of an error body, in either of its two shapes; empty where it is none. */
export function faultIn(json: unknown): Pick<Refused, 'code' | 'message' | 'fields'> {
  const parsed = faultWire.safeParse(json);
  if (!parsed.success) return { code: '', message: '', fields: [] };
  const { code, message, global_error_message: whole, errors } = parsed.data;
  const rows = errors ?? [];
  const said = message ?? whole ?? rows[0]?.field_error_message ?? '';
  return { code: code ?? '', message: said, fields: rows.map((row) => row.field_name) };
}

/** The bearer was turned away. A 401 with another code is about an order that is not ours. */
export function isLoggedOut(reply: { readonly kind: string }): boolean {
  const refused = reply as Partial<Refused>;
  return reply.kind === 'refused' && refused.status === 401 && refused.code === LOGGED_OUT;
}

/** Our credentials or our settings are the trouble. */
export function isMisconfigured(reply: NoReply): boolean {
  if (reply.kind !== 'refused') return false;
  return isLoggedOut(reply) || SETTINGS.has(reply.code) || reply.status === 403;
}

/** A reply without a value, as browsing and quoting answer it. Nobody's money hangs on these. */
export function noAnswer<T>(reply: NoReply): Answer<T> {
  if (reply.kind !== 'refused') return { ok: false, code: 'unavailable' };
  // An activity that is not sold any more answers 403, and a client that is not known 400.
  if (reply.status === 404 || reply.status === 403) return { ok: false, code: 'not_found' };
  if (isMisconfigured(reply) || reply.status === 401) return { ok: false, code: 'misconfigured' };
  return { ok: false, code: 'refused', refusals: [refusalOf(reply)] };
}

/** Why something could not be put into a cart. The sentence is the supplier's, in the customer's language. */
export function refusalOf(reply: Refused, title?: string): Refusal {
  const ours = isMisconfigured(reply) || reply.status === 401;
  const code: FailureCode = ours
    ? 'supplier_misconfigured'
    : reply.status === 404
      ? 'event_gone'
      : reply.fields.some((name) => /product_identifier|quantity/.test(name))
        ? 'sold_out'
        : 'supplier_refused';
  return { code, title, text: reply.message.trim() || undefined };
}

/** Why a payment was refused. No list of codes was ever published, so only the words tell; what they do not tell is a decline. */
export function paymentFailure({ message }: Refused): FailureCode {
  if (/insufficient|not enough (money|balance|funds)/i.test(message)) return 'insufficient_funds';
  if (/expired/i.test(message)) return 'card_expired';
  if (/cvc|cvv|security code/i.test(message)) return 'incorrect_cvc';
  if (/authenticat|3-?d ?s|challenge/i.test(message)) return 'authentication_failed';
  return 'card_declined';
}
