import { z } from 'zod';

/** What a browser holds of a session. */
export interface SessionOnPage {
  readonly id: string;
  readonly sessionData: string;
}

const answerSchema = z.looseObject({
  resultCode: z.string(),
  sessionResult: z.string().optional(),
  action: z.looseObject({ type: z.string(), url: z.string().optional() }).optional(),
});

export type AdyenAnswer = z.infer<typeof answerSchema>;

/** The Drop-in's calls without a browser. On Adyen's test platform `test_…` stands for an encrypted value. */
export class AdyenPayer {
  constructor(
    private readonly origin: () => string,
    private readonly clientKey: string,
  ) {}

  /** Pays a session with a card; `name` on it chooses the acquirer's answer. */
  async pay(session: SessionOnPage, number?: string, name?: string): Promise<AdyenAnswer> {
    return must(await this.tryToPay(session, number, name));
  }

  /** The same; null where Adyen takes nothing with the session any more. */
  async tryToPay(
    session: SessionOnPage,
    number = '4111111111111111',
    name = 'Ada Byron',
  ): Promise<AdyenAnswer | null> {
    const answer = await this.post(session.id, 'payments', {
      sessionData: session.sessionData,
      paymentMethod: {
        type: 'scheme',
        holderName: name,
        encryptedCardNumber: `test_${number}`,
        encryptedExpiryMonth: 'test_03',
        encryptedExpiryYear: 'test_2030',
        encryptedSecurityCode: 'test_737',
      },
    });
    return answered(answer);
  }

  /** Goes to the bank's page that a payment leads to, says a word there, and brings the answer back as the page would. */
  async atBank(session: SessionOnPage, paid: AdyenAnswer, password: string): Promise<AdyenAnswer> {
    return must(await this.tryAtBank(session, paid, password));
  }

  /** The same; null where Adyen takes nothing with the session any more. */
  async tryAtBank(session: SessionOnPage, paid: AdyenAnswer, password: string): Promise<AdyenAnswer | null> {
    const url = new URL(paid.action?.url ?? '');
    const back = await fetch(`${url.origin}${url.pathname}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ token: url.searchParams.get('MD') ?? '', password, outcome: 'answer' }),
    });
    const returned = new URL(back.headers.get('location') ?? '');
    const redirectResult = returned.searchParams.get('redirectResult');
    return answered(await this.post(session.id, 'paymentDetails', { details: { redirectResult } }));
  }

  /** Whether the page could set itself up with the session. */
  async setUp(session: SessionOnPage): Promise<number> {
    return (await this.post(session.id, 'setup', { sessionData: session.sessionData })).status;
  }

  private async post(id: string, call: string, body: unknown): Promise<{ status: number; json: unknown }> {
    const url = `${this.origin()}/checkoutshopper/v1/sessions/${id}/${call}`;
    const answer = await fetch(`${url}?clientKey=${this.clientKey}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: await answer.json() };
  }
}

function answered({ status, json }: { status: number; json: unknown }): AdyenAnswer | null {
  return status === 200 ? answerSchema.parse(json) : null;
}

function must(answer: AdyenAnswer | null): AdyenAnswer {
  if (!answer) throw new Error('Adyen takes nothing with this session');
  return answer;
}
