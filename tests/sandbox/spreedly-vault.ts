import type { TestSandbox } from '../support/sandbox';

/** What the form's page knows of the shop's wishes. */
export interface Form {
  readonly env: string;
  readonly nonce?: string;
  readonly timestamp?: string;
  readonly certificateToken?: string;
  readonly signature?: string;
}

export interface Kept {
  readonly status: number;
  readonly token: string;
  readonly errors: readonly { attribute?: string; key: string; message: string }[];
}

const CARD = { month: 12, year: 2034, verification_value: '123', full_name: 'Ada Byron' };

/** Keeps a card as Express's own page does. */
export async function keepCard(
  sandbox: Pick<TestSandbox, 'origin'>,
  { env, ...proof }: Form,
  number = '4111111111111111',
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Kept> {
  const { certificateToken, ...rest } = proof;
  const answer = await fetch(`${sandbox.origin('spreedly')}/v1/payment_methods/restricted.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      environment_key: env,
      ...rest,
      certificate_token: certificateToken,
      payment_method: { credit_card: { ...CARD, number, ...more } },
    }),
  });
  const json = (await answer.json()) as {
    transaction?: { payment_method: { token: string } };
    errors?: Kept['errors'];
  };
  return {
    status: answer.status,
    token: json.transaction?.payment_method.token ?? '',
    errors: json.errors ?? [],
  };
}
