import { randomInt } from 'node:crypto';
import { z } from 'zod';

/** One browser's worth of calls to the shop: a cookie and an address of its own, no page. */
export class Visitor {
  private cookie = '';
  private readonly address = `198.51.${randomInt(256)}.${randomInt(256)}`;

  constructor(private readonly shop: string) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await fetch(`${this.shop}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.shop,
        'x-forwarded-for': this.address,
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const set = answer.headers.getSetCookie().at(0);
    if (set) this.cookie = set.split(';')[0] ?? '';
    return answer;
  }

  /** The session, as `name=value`. */
  cookies(): string {
    return this.cookie;
  }

  async json<T>(
    schema: z.ZodType<T>,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    const answer = await this.call(method, path, body, headers);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
    return schema.parse(JSON.parse(text));
  }
}

const step = z.looseObject({
  id: z.string(),
  kind: z.string(),
  method: z.string().optional(),
  params: z.json().optional(),
  href: z.string().optional(),
});

/** A checkout as the shop's API reads it, as far as the benchmark looks. */
export const checkoutShape = z.looseObject({
  id: z.string(),
  version: z.number(),
  tickets: z.string(),
  attempt: z.looseObject({ id: z.string(), status: z.string(), step: step.optional() }).optional(),
});
export type CheckoutShape = z.infer<typeof checkoutShape>;

let keys = 0;

/** A key that no call of this run has had. */
export function freshKey(): Record<string, string> {
  keys += 1;
  return { 'idempotency-key': `bench-${process.pid}-${keys}` };
}
