import { TIKKIE } from '../../core/secrets';
import type { Platform, User } from './types';

/** A developer as the bank knows them: a key, and the public half of what they sign with, sent in by mail. */
export interface Account {
  readonly apiKey: string;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  readonly revoked?: true;
}

/** Everybody who has signed up. A new one is a line here and a key in `sandbox/core/secrets.ts`. */
export const accounts: readonly Account[] = [
  { apiKey: TIKKIE.apiKey, publicKey: TIKKIE.publicKey },
  { apiKey: TIKKIE.newApiKey, publicKey: TIKKIE.publicKey },
  { apiKey: TIKKIE.revokedApiKey, publicKey: TIKKIE.publicKey, revoked: true },
];

/** What the shop's account was set up with. */
export const firstPlatform: Platform = {
  token: TIKKIE.platformToken,
  apiKey: TIKKIE.apiKey,
  name: 'Foyer',
  phoneNumber: '0601234567',
  email: null,
  notificationUrl: null,
  usage: 'PAYMENT_REQUEST_FOR_MYSELF',
};

export const firstUser: User = {
  token: TIKKIE.userToken,
  platform: TIKKIE.platformToken,
  name: 'Foyer Tickets B.V.',
  phoneNumber: '0601234567',
  bankAccount: { token: TIKKIE.bankAccountToken, iban: 'NL91ABNA0417164300', label: 'Ticket sales' },
};
