import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { StripeRefusal } from './errors';
import type { Form } from './form';
import { type Merchant, merchants } from './merchants';

/** Who calls: the merchant, the account the call is about, and whether it holds the secret key. */
export interface Caller {
  merchant: Merchant;
  account: string;
  secret: boolean;
  /** A card frame of this sandbox: the one place that may send card digits. */
  frame: boolean;
}

function unauthorised(message: string): StripeRefusal {
  return new StripeRefusal(401, { type: 'invalid_request_error', message });
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** The key from `Authorization` (Bearer, or Basic with an empty password) or, as browsers send it, from the form. */
function keyOf(context: Context, form: Form): string | undefined {
  const header = context.req.header('authorization') ?? '';
  const [scheme = '', value = ''] = header.split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0];
  return typeof form.key === 'string' ? form.key : undefined;
}

/** Says who calls, or throws Stripe's 401 (no such key) or 403 (no such account for this key). */
export function identify(context: Context, form: Form, ownOrigin: string): Caller {
  const key = keyOf(context, form);
  if (!key) {
    throw unauthorised(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. `Authorization: Bearer YOUR_SECRET_KEY`).',
    );
  }
  const merchant = merchants.find((m) => same(m.secretKey, key) || same(m.publishableKey, key));
  if (!merchant) {
    throw unauthorised(`Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`);
  }
  const named = context.req.header('stripe-account') ?? form._stripe_account;
  const account = typeof named === 'string' && named !== '' ? named : merchant.account;
  if (account !== merchant.account && !merchant.connected.includes(account)) {
    throw new StripeRefusal(403, {
      type: 'invalid_request_error',
      code: 'account_invalid',
      message: `The provided key '${key.slice(0, 8)}***' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    });
  }
  const secret = same(merchant.secretKey, key);
  return { merchant, account, secret, frame: !secret && context.req.header('origin') === ownOrigin };
}

/** Throws the 403 that a publishable key gets where only the secret one may go. */
export function needSecret(caller: Caller): void {
  if (caller.secret) return;
  throw new StripeRefusal(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
  });
}
