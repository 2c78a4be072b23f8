import { CompactEncrypt, importJWK } from 'jose';

/** Adyen's key for this page, as the server wrote it into the document. */
const key = () => importJWK(JSON.parse(document.documentElement.dataset.key ?? '{}'));

/** One value, encrypted so that only Adyen's server can read it, with the moment at which that happened. */
export async function encrypt(name: string, value: string): Promise<string> {
  const content = JSON.stringify({ [name]: value, generationtime: new Date().toISOString() });
  return new CompactEncrypt(new TextEncoder().encode(content))
    .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256CBC-HS512', version: '1' })
    .encrypt(await key());
}
