import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate of a day, for these names, by nobody but ourselves. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Its file, for those who are to trust it. */
  readonly path: string;
  /** Fingerprint of its key, by which Chromium is told to let it pass. */
  readonly spki: string;
}

/** Makes one in a folder, with openssl. Trusted by nobody who is not told to. */
export function makeCertificate(folder: string, names: readonly string[]): Certificate {
  const [keyFile, path] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = [
    '-subj',
    '/CN=tickets.example',
    '-addext',
    `subjectAltName=${names.map((name) => `DNS:${name}`)}`,
  ];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, '-keyout', keyFile, '-out', path, ...subject], { stdio: 'pipe' });
  const cert = readFileSync(path, 'utf8');
  const der = createPublicKey(cert).export({ type: 'spki', format: 'der' });
  const spki = createHash('sha256').update(der).digest('base64');
  return { key: readFileSync(keyFile, 'utf8'), cert, path, spki };
}
