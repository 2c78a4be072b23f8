/** What differs between one day over there and another; the control port sets it, and `reset` puts it back. */
export interface Settings {
  /** `expires_in` as it is in life, or as a number. */
  expiresInAs: 'text' | 'number';
  /** How long access tokens are good for. */
  tokenSeconds: number;
  /** Dates as documented, or as a fault of the platform's had them for a while: epoch milliseconds, as number or text. */
  dates: 'iso' | 'millis' | 'millis-text';
  /** How far the clock of the token server is ahead of everybody's. */
  skewMs: number;
  /** In production users are added by the platform's own people. */
  production: boolean;
  /** Of requests that are made from now on. */
  yieldedTooFast: boolean;
  maxPayments: number | null;
  /** How long requests of version 1 are open: a setting of the account. */
  openDays: number;
}

export const usual = (): Settings => ({
  expiresInAs: 'text',
  tokenSeconds: 3600,
  dates: 'iso',
  skewMs: 0,
  production: false,
  yieldedTooFast: false,
  maxPayments: null,
  openDays: 14,
});
