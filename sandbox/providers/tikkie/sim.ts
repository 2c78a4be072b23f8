import { randomUUID } from 'node:crypto';
import type { ChargeRow } from '../../core/ledger';
import type { World } from '../../core/provider';
import { ALPHANUMERIC, random } from '../../core/random';
import { TIKKIE } from '../../core/secrets';
import { firstPlatform, firstUser } from './accounts';
import { type Settings, usual } from './settings';
import type { Owner, PaymentRequest, Platform, RequestStatus, User } from './types';

const DAY_MS = 24 * 3_600_000;

/** An access token of version 1. */
interface Grant {
  readonly apiKey: string;
  readonly untilMs: number;
}

/** The running sandbox: its memory, its clock, and the one place where it says what happened. */
export class Sim {
  readonly platforms = new Map<string, Platform>();
  readonly users = new Map<string, User>();
  /** Apps of version 2, with the key that made them. */
  readonly apps = new Map<string, string>();
  readonly grants = new Map<string, Grant>();
  readonly requests = new Map<string, PaymentRequest>();
  settings: Settings = usual();

  constructor(readonly world: World) {
    this.reset();
  }

  now(): number {
    return this.world.clock.now();
  }

  /** Makes a request that is open from now on. `expiresMs`: where its maker chose. */
  make(
    owner: Owner,
    asked: Pick<PaymentRequest, 'amount' | 'description' | 'externalId'> & { readonly expiresMs?: number },
  ): PaymentRequest {
    const { yieldedTooFast, maxPayments, openDays } = this.settings;
    const made: PaymentRequest = {
      ...asked,
      token: newToken(owner.version),
      owner,
      createdMs: this.now(),
      expiresMs: asked.expiresMs ?? this.now() + openDays * DAY_MS,
      forced: null,
      endedMs: null,
      yieldedTooFast,
      maxPayments,
      payments: [],
    };
    this.requests.set(made.token, made);
    this.book(made);
    return made;
  }

  statusOf(request: PaymentRequest): RequestStatus {
    if (request.forced) return request.forced;
    if (request.maxPayments !== null && paid(request).length >= request.maxPayments)
      return 'MAX_SUCCESSFUL_PAYMENTS_REACHED';
    return this.now() >= request.expiresMs ? 'EXPIRED' : 'OPEN';
  }

  /** Who is paid, as the pay page says it. */
  payeeOf({ owner }: PaymentRequest): string {
    const user = owner.version === 1 ? this.users.get(owner.user) : undefined;
    return user?.name ?? firstUser.name;
  }

  /** Where a request is paid. */
  urlOf({ token, owner }: PaymentRequest): string {
    return `${this.world.origin('tikkie')}/pay/${owner.version === 2 ? 'Tikkie/' : ''}${token}`;
  }

  /** Writes the money of a request into the ledger, under what its maker calls it. */
  book(request: PaymentRequest): void {
    const captured = sumOf(paid(request));
    const open = this.statusOf(request) === 'OPEN';
    const status: ChargeRow['status'] = captured > 0 ? 'captured' : open ? 'open' : 'cancelled';
    this.world.ledger.charge({
      provider: 'tikkie',
      id: request.token,
      group: request.externalId ?? request.token,
      status,
      amount: request.amount ?? captured,
      captured,
      refunded: sumOf(request.payments.flatMap(({ refunds }) => refunds)),
      currency: 'EUR',
      declines: request.payments.flatMap(({ status }) => (status === 'NOT_PAID' ? ['NOT_PAID'] : [])),
    });
  }

  reset(): void {
    for (const memory of [this.platforms, this.users, this.apps, this.grants, this.requests]) memory.clear();
    this.settings = usual();
    this.platforms.set(firstPlatform.token, firstPlatform);
    this.users.set(firstUser.token, firstUser);
    this.apps.set(TIKKIE.appToken, TIKKIE.apiKey);
  }
}

/** Payments that are through. What went back since does not make them undone. */
export function paid({ payments }: PaymentRequest) {
  return payments.filter(({ status }) => status === 'PAID');
}

export function sumOf(rows: readonly { readonly amount: number }[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

/** Version 1's tokens have 20 small letters and digits, version 2's 22 of both cases. */
function newToken(version: 1 | 2): string {
  return version === 1 ? random(20, ALPHANUMERIC.replace(/[A-Z]/g, '')) : random(22);
}

export const newUuid = (): string => randomUUID();
