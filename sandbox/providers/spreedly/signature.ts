import { verify } from 'node:crypto';
import { z } from 'zod';
import type { Environment } from './environments';
import { problem } from './problems';
import type { Sim } from './sim';

/** What a server signs for one card: `nonce`, `timestamp` and `certificate_token`, put together as they stand. */
export const signatureFields = z.looseObject({
  nonce: z.string().nullish(),
  timestamp: z.union([z.string(), z.int().transform(String)]).nullish(),
  certificate_token: z.string().nullish(),
  signature: z.string().nullish(),
});

/** How far a server's clock may be off, and how long a form may stay open. */
const GOOD_FOR_MS = 15 * 60_000;

const denied = (message: string) => problem(403, 'access_denied', message);

/**
 * Throws unless a card comes from a page that a server of the environment's has made: RSA with SHA-256, as Spreedly's
 * own sample signs. A nonce is good for one card. Where no signature is asked for, one that is given must still be right.
 */
export function checkSignature(
  sim: Sim,
  environment: Environment,
  given: z.infer<typeof signatureFields>,
): void {
  const { nonce, timestamp, certificate_token: certificate, signature } = given;
  if (!nonce || !timestamp || !certificate || !signature) {
    if (!environment.signed && !nonce && !timestamp && !certificate && !signature) return;
    throw denied('This environment takes signed requests only.');
  }
  if (environment.refusals > 0) {
    environment.refusals -= 1;
    throw denied('The signature does not fit.');
  }
  const key = environment.certificates.get(certificate);
  if (!key) throw denied('The certificate is unknown.');
  const text = Buffer.from(`${nonce}${timestamp}${certificate}`);
  if (!verify('RSA-SHA256', text, key, Buffer.from(signature, 'base64')))
    throw denied('The signature does not fit.');
  if (Math.abs(sim.now() - Number(timestamp) * 1000) > GOOD_FOR_MS)
    throw denied('The signature is too old, or ahead of its time.');
  if (sim.nonces.has(nonce)) throw denied('The nonce was used before.');
  sim.nonces.add(nonce);
}
