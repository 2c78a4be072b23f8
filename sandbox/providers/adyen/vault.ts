import { compactDecrypt, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { once } from '../../core/bundle';
import { invalid } from './errors';

/** As Adyen's frames encrypt: each value alone, to a key that only Adyen's servers can open. */
export const JWE = { alg: 'RSA-OAEP', enc: 'A256CBC-HS512', version: '1' } as const;

/** Encrypted data is good for a day, by the clock of the browser that made it. */
const GOOD_FOR_MS = 24 * 3_600_000;

const keys = once(() => generateKeyPair(JWE.alg, { modulusLength: 2048, extractable: true }));

/** The public half, for the frames. It lives as long as the process. */
export async function publicKey(): Promise<JWK> {
  return { ...(await exportJWK((await keys()).publicKey)), alg: JWE.alg };
}

const contents = z.looseObject({ generationtime: z.iso.datetime() });

/** The named value from an encrypted field. `test_…` stands for itself, as on Adyen's test platform. */
export async function open(blob: string, name: string): Promise<string> {
  if (blob.startsWith('test_')) return blob.slice('test_'.length);
  let content: Record<string, unknown>;
  try {
    const { plaintext } = await compactDecrypt(blob, (await keys()).privateKey, {
      keyManagementAlgorithms: [JWE.alg],
      contentEncryptionAlgorithms: [JWE.enc],
    });
    content = contents.parse(JSON.parse(new TextDecoder().decode(plaintext)));
  } catch {
    throw invalid('174', 'Unable to decrypt data');
  }
  const made = Date.parse(String(content.generationtime));
  // Real time, not the sandbox's: browsers know no other.
  if (Math.abs(Date.now() - made) > GOOD_FOR_MS) {
    throw invalid('172', 'Encrypted data used outside of valid time period');
  }
  const value = content[name];
  if (typeof value !== 'string') throw invalid('174', 'Unable to decrypt data');
  return value;
}
