import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { type Reply, read } from './client';
import type { MusementConfig } from './config';
import { loginWire } from './wire';

/** A token is not used in its last minute, or the last tenth of a short life: it could lapse on the way. */
const MARGIN_MS = 60_000;

/** Where the token of the moment comes from. */
export interface Login {
  /** The bearer token, renewed before it lapses. Whoever asks while one is being fetched waits for that one. */
  token(ctx: CallContext): Promise<Reply<string>>;
  /** It was turned away: the next to ask gets another. */
  forget(token: string): void;
}

/**
 * Logs in with the client's credentials, once a process for as long as a token lives. `http` carries the supplier's headers and
 * no token.
 */
export function createLogin(
  http: HttpClient,
  { client }: Pick<MusementConfig, 'client'>,
  now: () => number,
): Login {
  let known: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<Reply<string>> | null = null;

  async function logIn(ctx: CallContext): Promise<Reply<string>> {
    const answer = await http.call(ctx, {
      name: 'musement.login',
      method: 'POST',
      path: '/login',
      body: {
        json: { client_id: client.id, client_secret: client.secret, grant_type: 'client_credentials' },
      },
      kind: 'payment',
      repeat: 'always',
    });
    const reply = read(answer, loginWire);
    // A call that had no token never left, whatever became of the login itself.
    if (reply.kind === 'lost' || reply.kind === 'moved') return { kind: 'unsent' };
    if (reply.kind !== 'ok') return reply;
    const { access_token: token, expires_in: seconds } = reply.value;
    const lives = seconds * 1000;
    known = { token, until: now() + lives - Math.min(MARGIN_MS, lives / 10) };
    return { kind: 'ok', value: token };
  }

  return {
    token: async (ctx) => {
      if (known && now() < known.until) return { kind: 'ok', value: known.token };
      asking ??= logIn(ctx).finally(() => {
        asking = null;
      });
      return asking;
    },
    forget: (token) => {
      if (known?.token === token) known = null;
    },
  };
}
