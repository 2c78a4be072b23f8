import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Site } from './site';

/** What an answer is judged by. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A browser of one person at one address, with its cookie, as far as HTTP shows it. */
export class Visitor {
  cookie: string | null = null;
  /** In a network of its own: limits count networks. */
  private readonly address = `${randomInt(11, 100)}.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

  constructor(
    readonly site: Site,
    private readonly origin = site.shop.origin,
  ) {}

  /** Asks as a page of ours would; `headers` add and, with null, take away. */
  async ask(path: string, { method, json, form, body, headers = {} }: Ask = {}): Promise<Answer> {
    const sent = new Headers({ 'x-forwarded-for': this.address });
    const verb = method ?? (json === undefined && form === undefined && body === undefined ? 'GET' : 'POST');
    if (this.cookie) sent.set('cookie', this.cookie);
    if (verb !== 'GET' && verb !== 'HEAD') {
      sent.set('origin', this.site.publicUrl);
      sent.set('sec-fetch-site', 'same-origin');
    }
    if (json !== undefined) {
      sent.set('content-type', 'application/json');
      sent.set('idempotency-key', randomUUID());
    }
    for (const [name, value] of Object.entries(headers))
      value === null ? sent.delete(name) : sent.set(name, value);
    const content =
      json !== undefined
        ? JSON.stringify(json)
        : form
          ? new URLSearchParams(form as Record<string, string>)
          : body;
    const response = await fetch(`${this.origin}${path}`, {
      method: verb,
      headers: sent,
      body: content,
      redirect: 'manual',
      ...(content instanceof ReadableStream && { duplex: 'half' }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      if (pair.startsWith('__Host-foyer=')) this.cookie = pair;
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** The same, and its JSON. */
  async json<T>(path: string, ask?: Ask): Promise<T> {
    const { status, text } = await this.ask(path, ask);
    if (status >= 400) throw new Error(`${path} answered ${status}: ${text}`);
    return JSON.parse(text) as T;
  }
}

/** A visitor with a session that owns nothing: 256 bits that nobody was granted anything to. */
export function stranger(site: Site): Visitor {
  const visitor = new Visitor(site);
  visitor.cookie = `__Host-foyer=${randomBytes(32).toString('base64url')}`;
  return visitor;
}

/** The members of a problem that tests ask about. */
export function problemOf({ text, headers }: Answer): { code: string; type: string | null } {
  const { code } = JSON.parse(text) as { code: string };
  return { code, type: headers.get('content-type') };
}
