import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Account } from './accounts';
import { generic } from './problems';
import type { Sim } from './sim';

/** What the bank's own server is called in assertions. Clients have it built in, and say it to a sandbox too. */
const AUDIENCE = 'https://auth-sandbox.abnamro.com/oauth/token';

/** The longest life of an assertion. The bank's limit is not published; clients ask for one to ten minutes. */
const LONGEST_S = 15 * 60;

const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512'];

/**
 * Checks a client assertion, as the documentation has it: signed with the registered key, by the owner of the API key, for
 * this server, and good just now. Throws the problem that a wrong one meets.
 */
export async function checkAssertion(sim: Sim, account: Account, assertion: string): Promise<void> {
  const claims = read(assertion);
  if (!ALGORITHMS.includes(String(decodeProtectedHeader(assertion).alg)))
    throw generic('1010_002', 'JWT signing algorithm is not supported');
  for (const name of ['iss', 'sub', 'aud', 'exp'] as const)
    if (claims[name] === undefined) throw generic('1007_001', `JWT is incomplete: ${name}`);
  await checkSignature(account, assertion);
  const audiences = [claims.aud].flat();
  if (!audiences.includes(AUDIENCE) && !audiences.includes(`${sim.world.origin('tikkie')}/oauth/token`))
    throw generic('1006_001', 'JWT is incorrect: aud');
  if (claims.sub !== account.apiKey) throw generic('1006_001', 'JWT is incorrect: sub');
  checkLife(claims, Math.floor((sim.now() + sim.settings.skewMs) / 1000));
}

function read(assertion: string): JWTPayload {
  try {
    decodeProtectedHeader(assertion);
    return decodeJwt(assertion);
  } catch {
    throw generic('1011_001', 'JWT is malformed');
  }
}

/** The signature alone: the life of it is judged by the sandbox's clock, which tests move. */
async function checkSignature({ publicKey }: Account, assertion: string): Promise<void> {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  try {
    await jwtVerify(assertion, key, { currentDate: new Date(0), clockTolerance: Number.MAX_SAFE_INTEGER });
  } catch (error) {
    if (error instanceof errors.JWTClaimValidationFailed) throw generic('1006_001', 'JWT is incorrect');
    throw generic('1010_001', 'JWT signature is invalid');
  }
}

function checkLife({ exp = 0, nbf, iat }: JWTPayload, now: number): void {
  if (exp <= now) throw generic('1008_001', 'JWT is expired');
  if (nbf !== undefined && nbf > now) throw generic('1009_001', 'JWT is not active yet');
  const begins = nbf ?? iat ?? now;
  if (exp - begins > LONGEST_S) throw generic('1005_001', 'JWT lifespan is too long');
}
