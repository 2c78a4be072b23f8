import type { Context } from 'hono';
import type { ChargeRow } from '../../core/ledger';
import type { World } from '../../core/provider';
import { ALPHANUMERIC, random } from '../../core/random';
import { type Environment, environments } from './environments';
import { problem } from './problems';
import type { Payment, PaymentMethod, Transaction } from './types';

/** Tokens look as Spreedly's do. */
export const newToken = () => random(26, ALPHANUMERIC);

/** The running sandbox: vaults, what gateways were asked, and the money that moved. */
export class Sim {
  environments = environments();
  readonly methods = new Map<string, PaymentMethod>();
  readonly transactions = new Map<string, Transaction>();
  readonly payments = new Map<string, Payment>();
  /** Nonces that were shown once. */
  readonly nonces = new Set<string>();

  constructor(readonly world: World) {}

  now(): number {
    return this.world.clock.now();
  }

  environment(key: string): Environment | undefined {
    return this.environments.find((one) => one.key === key);
  }

  /** The environment of a server's call. Throws the 401 of a wrong key or secret. */
  authorised(c: Context): Environment {
    const given = /^Basic\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const [key = '', ...secret] = Buffer.from(given, 'base64').toString().split(':');
    const found = this.environment(key);
    if (!found || found.accessSecret !== secret.join(':'))
      throw problem(
        401,
        'access_denied',
        'Unable to authenticate using the given environment_key and access_token.',
      );
    return found;
  }

  method(environment: Environment, token: string): PaymentMethod {
    const found = this.methods.get(token);
    if (found?.environment !== environment.key)
      throw problem(
        422,
        'payment_method_not_found',
        'There is no payment method corresponding to the specified payment method token.',
        'payment_method_token',
      );
    return found;
  }

  payment(environment: Environment, token: string): Payment {
    // A capture stands for the authorisation that it captured.
    const begun = this.transactions.get(token)?.reference ?? token;
    const found = this.payments.get(begun);
    if (found?.environment !== environment.key)
      throw problem(404, 'transaction_not_found', `Unable to find the transaction ${token}.`);
    return found;
  }

  /** Writes a payment into the ledger, under what the merchant calls the order. */
  book(payment: Payment): void {
    this.world.ledger.charge({
      provider: 'spreedly',
      id: payment.token,
      group: payment.orderId || payment.token,
      status: statusOf(payment),
      amount: payment.amount,
      captured: payment.captured,
      refunded: payment.refunded,
      currency: payment.currency,
      declines: [],
    });
  }

  /** Writes a charge that the gateway refused into the ledger. */
  bookRefusal(refused: Transaction): void {
    this.world.ledger.charge({
      provider: 'spreedly',
      id: refused.token,
      group: refused.orderId || refused.token,
      status: 'failed',
      amount: refused.amount,
      captured: 0,
      refunded: 0,
      currency: refused.currency,
      declines: [refused.message],
    });
  }

  reset(): void {
    this.environments = environments();
    for (const kept of [this.methods, this.transactions, this.payments, this.nonces]) kept.clear();
  }
}

function statusOf({ voided, captured }: Payment): ChargeRow['status'] {
  if (captured > 0) return 'captured';
  return voided ? 'cancelled' : 'authorised';
}
