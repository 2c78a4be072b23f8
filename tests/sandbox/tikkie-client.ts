import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { TIKKIE } from '@/sandbox/core/secrets';
import { parseEnvText } from '@/scripts/lib/env-file';
import type { TestSandbox } from '../support/sandbox';

/** The private half of the key that the sandbox knows the shop by. */
export const privateKey = createPrivateKey({
  key: Buffer.from(parseEnvText(readFileSync('.env.sandbox', 'utf8')).TIKKIE_PRIVATE_KEY ?? '', 'base64'),
  format: 'der',
  type: 'pkcs8',
});

export interface Answer {
  readonly status: number;
  readonly traceId: string | null;
  readonly json: unknown;
}

/** What an assertion says, where a test wants it to be wrong. Seconds from now. */
export interface Claims {
  readonly iss?: string | null;
  readonly sub?: string;
  readonly aud?: string;
  readonly nbf?: number;
  readonly exp?: number;
}

/** Tikkie as public client libraries speak to it: what they send, with nothing of this shop in it. */
export class TikkieClient {
  private token = '';

  constructor(
    private readonly sandbox: TestSandbox,
    readonly apiKey: string = TIKKIE.apiKey,
  ) {}

  private get origin(): string {
    return this.sandbox.origin('tikkie');
  }

  async assertion(claims: Claims = {}, key = privateKey, alg = 'RS256'): Promise<string> {
    const now = Math.floor(this.sandbox.running.world.clock.now() / 1000);
    const { iss = 'PHPTikkie', sub = this.apiKey, nbf = -60, exp = 60 } = claims;
    const { aud = 'https://auth-sandbox.abnamro.com/oauth/token' } = claims;
    const jwt = new SignJWT({ nbf: now + nbf, exp: now + exp, sub, aud, ...(iss === null ? {} : { iss }) });
    return jwt.setProtectedHeader({ alg, typ: 'JWT' }).sign(key);
  }

  async grant(assertion: string, form: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams({
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      grant_type: 'client_credentials',
      scope: 'tikkie',
      ...form,
    });
    return this.read(
      await fetch(`${this.origin}/v1/oauth/token`, {
        method: 'POST',
        headers: { 'api-key': this.apiKey },
        body,
      }),
    );
  }

  async login(): Promise<this> {
    const { json } = await this.grant(await this.assertion());
    this.token = (json as { access_token: string }).access_token;
    return this;
  }

  /** A call of version 1, below `/v1/tikkie`. */
  v1(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.call(method, `/v1/tikkie${path}`, { authorization: `Bearer ${this.token}` }, body);
  }

  /** A call of version 2, below `/v2/tikkie`. */
  v2(method: string, path: string, body?: unknown, app: string = TIKKIE.appToken): Promise<Answer> {
    return this.call(method, `/v2/tikkie${path}`, { 'x-app-token': app }, body);
  }

  /** Presses a button of the pay page. */
  async press(url: string, outcome: string, amount = ''): Promise<{ status: number; html: string }> {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ outcome, amount }) });
    return { status: answer.status, html: await answer.text() };
  }

  private async call(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> {
    const sent: Record<string, string> = { 'api-key': this.apiKey, ...headers };
    if (body !== undefined) sent['content-type'] = 'application/json';
    const init = { method, headers: sent, body: body === undefined ? null : JSON.stringify(body) };
    return this.read(await fetch(`${this.origin}${path}`, init));
  }

  private async read(answer: Response): Promise<Answer> {
    const { status, headers } = answer;
    return { status, traceId: headers.get('trace-id'), json: await answer.json() };
  }
}

/** The code of a refusal, and that its envelope is whole. */
export function codeOf({ status, traceId, json }: Answer): string {
  const [error] = (json as { errors: { code: string; status: number; traceId: string }[] }).errors;
  if (!error || error.status !== status || error.traceId !== traceId) throw new Error(JSON.stringify(json));
  return `${status} ${error.code}`;
}
