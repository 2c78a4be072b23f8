import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { bad } from '../refusals';
import type { Trolley } from './model';

const schema = z.object({
  next: z.int(),
  wishes: z.array(
    z.object({
      item: z.int(),
      perf: z.string(),
      type: z.string(),
      band: z.string(),
      count: z.int(),
      discounts: z.array(z.string()),
      seats: z.array(z.string()),
      send: z.string().nullable(),
    }),
  ),
});

const seal = (data: string) =>
  createHash('sha256').update(`trolley/${data}`).digest('base64url').slice(0, 12);

/** A trolley as its token: the whole content, sealed, so that nothing has to be remembered for it. */
export function tokenOf(trolley: Trolley): string {
  const data = deflateRawSync(JSON.stringify(trolley)).toString('base64url');
  return `T1--${seal(data)}${data}--Z`;
}

/** The trolley of a token; refused when the token is not one of ours. */
export function trolleyOf(token: string): Trolley {
  const body = /^T1--([\w-]{12})([\w-]+)--Z$/.exec(token);
  const [, own, data = ''] = body ?? [];
  if (own !== seal(data)) throw bad('trolley_token is not valid');
  return schema.parse(JSON.parse(inflateRawSync(Buffer.from(data, 'base64url')).toString()));
}
