import type { Refusal } from './types';

/** What the acquirer can be made to answer: by the name on the card, or by number. */
export type Verdict = { resultCode: 'Authorised' } | { resultCode: 'Received' } | Refusal;

const refused = (code: string, reason: string): Verdict => ({ resultCode: 'Refused', reason, code });

/**
 * Adyen's published list for tests: `holderName` → number and answer. A call may ask by number instead, with
 * `additionalData.RequestedTestAcquirerResponseCode`.
 * @see https://docs.adyen.com/development-resources/testing/result-codes
 */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  UNKNOWN: { resultCode: 'Error', reason: 'Unknown', code: '0' },
  APPROVED: { resultCode: 'Authorised' },
  DECLINED: refused('2', 'Refused'),
  REFERRAL: refused('3', 'Referral'),
  ERROR: { resultCode: 'Error', reason: 'Acquirer Error', code: '4' },
  BLOCK_CARD: refused('5', 'Blocked Card'),
  CARD_EXPIRED: refused('6', 'Expired Card'),
  INVALID_AMOUNT: refused('7', 'Invalid Amount'),
  INVALID_CARD_NUMBER: refused('8', 'Invalid Card Number'),
  ISSUER_UNAVAILABLE: refused('9', 'Issuer Unavailable'),
  NOT_SUPPORTED: refused('10', 'Not supported'),
  NOT_3D_AUTHENTICATED: refused('11', '3D Not Authenticated'),
  NOT_ENOUGH_BALANCE: refused('12', 'Not enough balance'),
  PENDING: { resultCode: 'Received' },
  ACQUIRER_FRAUD: refused('14', 'Acquirer Fraud'),
  CANCELLED: refused('15', 'Cancelled'),
  SHOPPER_CANCELLED: refused('16', 'Shopper Cancelled'),
  INVALID_PIN: refused('17', 'Invalid Pin'),
  PIN_TRIES_EXCEEDED: refused('18', 'Pin tries exceeded'),
  PIN_VALIDATION_NOT_POSSIBLE: refused('19', 'Pin validation not possible'),
  FRAUD: refused('20', 'FRAUD'),
  NOT_SUBMITTED: refused('21', 'Not Submitted'),
  FRAUD_CANCELLED: refused('22', 'FRAUD-CANCELLED'),
  TRANSACTION_NOT_PERMITTED: refused('23', 'Transaction Not Permitted'),
  CVC_DECLINED: refused('24', 'CVC Declined'),
  RESTRICTED_CARD: refused('25', 'Restricted Card'),
  REVOCATION_OF_AUTH: refused('26', 'Revocation Of Auth'),
  DECLINED_NON_GENERIC: refused('27', 'Declined Non Generic'),
  WITHDRAWAL_AMOUNT_EXCEEDED: refused('28', 'Withdrawal amount exceeded'),
  WITHDRAWAL_COUNT_EXCEEDED: refused('29', 'Withdrawal count exceeded'),
};

const NAMES = Object.keys(VERDICTS);

/** The answer that a name on the card asks for. A raw reason may follow a colon: `DECLINED : 51 : No money`. */
export function byHolderName(name: string | null): Verdict | undefined {
  const key = name?.split(':')[0]?.trim() ?? '';
  return Object.hasOwn(VERDICTS, key) ? VERDICTS[key] : undefined;
}

/** The answer with a number of the list. */
export function byNumber(number: string | null): Verdict | undefined {
  const name = NAMES[Number(number ?? Number.NaN)];
  return name === undefined ? undefined : VERDICTS[name];
}

/** What the cardholder's failed authentication comes to. */
export const NOT_AUTHENTICATED: Refusal = {
  resultCode: 'Refused',
  reason: '3D Not Authenticated',
  code: '11',
};

/** The customer turned back on the issuer's page. */
export const SHOPPER_CANCELLED: Refusal = {
  resultCode: 'Cancelled',
  reason: 'Shopper Cancelled',
  code: '16',
};

export const PLAIN_REFUSAL: Refusal = { resultCode: 'Refused', reason: 'Refused', code: '2' };
