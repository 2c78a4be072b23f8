import 'server-only';
import { createHash } from 'node:crypto';
import type { Foyer } from '@/lib/foyer';
import { type Problem, problem } from './problems/problem';

/** A claim this old without an outcome belongs to a process that died: its work is repeatable, so it is taken over. */
const ABANDONED_MS = 30_000;

/** What a keyed request may do: its work under an id that every repeat would get, or the answer it had before. */
export type Claim =
  | {
      readonly kind: 'work';
      readonly id: string;
      done(outcome: string): Promise<void>;
      drop(): Promise<void>;
    }
  | { readonly kind: 'replay'; readonly outcome: string };

/** The `Idempotency-Key` of a request, quoted as the draft standard has it or bare. */
export function idempotencyKey(headers: Headers): string | Problem {
  const raw = (headers.get('idempotency-key') ?? '').trim().replace(/^"(.*)"$/, '$1');
  return /^[\x21-\x7e]{8,128}$/.test(raw) ? raw : problem('idempotency_key_required');
}

/** Claims a key within a scope (who asks for what). The id of what is made follows from both, so work twice makes one thing. */
export async function claim(
  foyer: Foyer,
  scope: string,
  key: string,
  request: unknown,
): Promise<Claim | Problem> {
  const { store } = foyer;
  const now = foyer.now();
  const hash = digest(canonical(request));
  const work: Claim = {
    kind: 'work',
    id: keyedId(scope, key),
    done: (outcome) => store.finishKey(scope, key, outcome),
    drop: () => store.dropKey(scope, key),
  };
  const earlier = await store.claimKey(scope, key, `${hash}.${now}`, now);
  if (earlier === null) return work;
  const [earlierHash, claimedAt] = earlier.requestHash.split('.');
  if (earlierHash !== hash) return problem('idempotency_key_reused');
  if (earlier.outcome !== null) return { kind: 'replay', outcome: earlier.outcome };
  return now - Number(claimedAt) > ABANDONED_MS ? work : problem('in_flight');
}

/** 130 bits in lower-case letters and digits: safe in paths, mails and suppliers' references. */
export function keyedId(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  return [...bytes.subarray(0, 26)].map((byte) => ALPHABET[byte & 31]).join('');
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** JSON with sorted keys: the order of members is no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
