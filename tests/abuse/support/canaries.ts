import { CERTIFIED } from '@/lib/suppliers/octo/config';
import { OCTO_KEYS } from '@/sandbox/core/secrets';

/** Values that exist nowhere else: wherever one of them turns up, data has leaked there. */
export const CANARIES = {
  env: {
    APP_SECRET: 'canary-app-secret-0f3a9c71b2e84d56a7',
    OPS_KEY: 'canary-ops-key-51c0e2d9a8b7463f',
    PARTNER_KEYS: 'acme:canary-partner-key-9d2b7f60c14e',
    OCTO_RAW_CARDS: CERTIFIED,
    OCTO_KEY: OCTO_KEYS.certified,
  },
  partnerKey: 'canary-partner-key-9d2b7f60c14e',
  /** The sandbox takes this key and no other, so it is a canary of its own. */
  supplierKey: 'tk_sandbox_key',
  /** Likewise, and as it goes over the wire. */
  supplierPassword: 'demopass',
  supplierBasic: Buffer.from('demo:demopass').toString('base64'),
  customer: {
    firstName: 'Canarialda',
    lastName: 'Kanarienvogel',
    email: 'canary.bird.7714@example.com',
    phone: '+442079460714',
  },
  /** The sandbox's Visa; in no place of ours under any circumstances. */
  card: '4242424242424242',
  /** What a partner's server brings, who may. */
  raw: {
    number: '4111111111111111',
    expiryMonth: '03',
    expiryYear: '2030',
    cvc: '737',
    holderName: 'Rosamund Kanariengelb',
  },
} as const;

/** What must not be read by strangers, nor be written to logs and metrics. */
export const PERSONAL: readonly string[] = [
  ...Object.values(CANARIES.customer),
  CANARIES.customer.phone.slice(1),
];

export const SECRETS: readonly string[] = [
  CANARIES.env.APP_SECRET,
  CANARIES.env.OPS_KEY,
  CANARIES.partnerKey,
  CANARIES.supplierKey,
  CANARIES.supplierPassword,
  CANARIES.supplierBasic,
  CANARIES.card,
  CANARIES.raw.number,
  CANARIES.raw.holderName,
];
