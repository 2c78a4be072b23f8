import { z } from 'zod';
import { OCTO_SPREEDLY } from '../../../../core/secrets';

const method = z.looseObject({
  token: z.string(),
  card_type: z.string(),
  first_six_digits: z.string(),
  last_four_digits: z.string(),
  month: z.int(),
  year: z.int(),
  storage_state: z.string(),
});
const answerSchema = z.looseObject({
  transaction: z
    .looseObject({
      token: z.string(),
      succeeded: z.boolean(),
      message: z.string(),
      payment_method: method.optional(),
    })
    .optional(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});
const certificate = z.looseObject({ certificate: z.looseObject({ token: z.string() }) });

/** A card as Spreedly tells it. */
export type VaultCard = z.infer<typeof method>;

/** What a gateway answered. `message` says why not. */
export interface SpreedlyAnswer {
  readonly succeeded: boolean;
  readonly message: string;
  readonly token: string;
  readonly card: VaultCard | null;
}

/** The calls that the supplier makes at Spreedly, each for one of its two environments. Amounts are minor units. */
export function spreedlyApi(origin: () => string) {
  const send = async (environment: string, path: string, body: unknown): Promise<[number, unknown]> => {
    const key = Buffer.from(`${environment}:${OCTO_SPREEDLY.accessSecret}`).toString('base64');
    const answer = await fetch(`${origin()}/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.status >= 500) throw new Error(`Spreedly answered ${answer.status} to POST ${path}.`);
    return [answer.status, await answer.json()];
  };

  const call = async (
    environment: string,
    path: string,
    transaction: Record<string, unknown>,
  ): Promise<SpreedlyAnswer> => {
    const [status, json] = await send(environment, path, { transaction });
    const { transaction: told, errors } = answerSchema.parse(json);
    return {
      succeeded: status < 300 && told?.succeeded === true,
      message: told?.message ?? errors?.map(({ message }) => message).join(' ') ?? 'Refused',
      token: told?.token ?? '',
      card: told?.payment_method ?? null,
    };
  };

  /** For steps after the authorisation: a "no" there is a fault, since nobody can be asked any more. */
  const sure = async (...args: Parameters<typeof call>): Promise<void> => {
    const { succeeded, message } = await call(...args);
    if (!succeeded) throw new Error(`Spreedly refused ${args[1]}: ${message}`);
  };

  return {
    authorise: (environment: string, transaction: Record<string, unknown>) =>
      call(environment, `/gateways/${OCTO_SPREEDLY.gateway}/authorize.json`, {
        retain_on_success: true,
        ...transaction,
      }),
    capture: (environment: string, token: string, amount: number) =>
      sure(environment, `/transactions/${token}/capture.json`, { amount }),
    void: (environment: string, token: string) => sure(environment, `/transactions/${token}/void.json`, {}),
    credit: (environment: string, token: string, amount: number) =>
      sure(environment, `/transactions/${token}/credit.json`, { amount }),
    /** Hands in the public key that requests will be signed for; answers the token that names it. */
    handIn: async (environment: string, pem: string): Promise<string> => {
      const [, json] = await send(environment, '/certificates.json', { certificate: { pem } });
      return certificate.parse(json).certificate.token;
    },
  };
}
