import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { type Reply, type Send, sender } from './client';
import type { Signer } from './config';

/** Their clock may be a minute off, either way. */
const SKEW_S = 60;
/** How long an assertion is good for beyond that; its limit is not published, and clients ask for one to ten minutes. */
const LIFE_S = 120;
/** A token is renewed this long before it ends, or at half its life where that is shorter. */
const EARLY_MS = 60_000;

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Seconds as text, as the bank sends them, or as a number. */
const seconds = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1));
const grant = z.looseObject({ access_token: z.string().min(1).max(4000), expires_in: seconds });

/** Codes by which a call says that its token is not good any more; nothing was done then. */
const STALE: readonly string[] = ['ERR_2002_001', 'ERR_2003_001'];

/**
 * Calls of version 1: each with an access token, which is asked for with a signed assertion (the platform's documentation,
 * "Signed JSON web token"), kept, and renewed before it ends. Whoever comes meanwhile waits for the same one.
 */
export function authorised(http: HttpClient, signer: Signer, now: () => number): Send {
  const key = createPrivateKey(signer.privateKey);
  const send = sender(http);
  let kept: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<Reply<string>> | null = null;

  async function ask(ctx: CallContext): Promise<Reply<string>> {
    const askedAt = now();
    const reply = await send(ctx, tokenCall(await assertion(askedAt)), grant);
    if (reply.kind !== 'ok') return reply;
    const life = reply.value.expires_in * 1000;
    kept = { token: reply.value.access_token, until: askedAt + life - Math.min(EARLY_MS, life / 2) };
    return { kind: 'ok', value: kept.token };
  }

  function assertion(at: number): Promise<string> {
    const begins = Math.floor(at / 1000);
    return new SignJWT({
      iss: 'Foyer',
      sub: signer.apiKey,
      aud: signer.audience,
      nbf: begins - SKEW_S - LIFE_S,
      exp: begins + SKEW_S + LIFE_S,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(key);
  }

  function token(ctx: CallContext): Promise<Reply<string>> {
    if (kept && kept.until > now()) return Promise.resolve({ kind: 'ok', value: kept.token });
    asking ??= ask(ctx).finally(() => {
      asking = null;
    });
    return asking;
  }

  return async (ctx, call, schema) => {
    for (let tries = 1; ; tries += 1) {
      const given = await token(ctx);
      // Without a token nothing was asked for, whatever became of asking for it.
      if (given.kind !== 'ok') return given.kind === 'refused' ? given : { kind: 'unsent' };
      const headers = { ...call.headers, authorization: `Bearer ${given.value}` };
      const reply = await send(ctx, { ...call, headers }, schema);
      if (tries > 1 || reply.kind !== 'refused' || !STALE.includes(reply.code)) return reply;
      if (kept?.token === given.value) kept = null;
    }
  };
}

function tokenCall(assertion: string) {
  const form = [
    ['client_assertion', assertion],
    ['client_assertion_type', ASSERTION_TYPE],
    ['grant_type', 'client_credentials'],
    ['scope', 'tikkie'],
  ] as const;
  return {
    name: 'tikkie.token',
    method: 'POST',
    path: '/v1/oauth/token',
    kind: 'payment',
    // A second token harms nobody.
    repeat: 'always',
    body: { form },
  } as const;
}
