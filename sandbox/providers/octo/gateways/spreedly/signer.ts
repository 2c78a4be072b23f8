import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';

/** What a page shows Spreedly so that its card is taken. Good for one card. */
export interface Signature {
  readonly nonce: string;
  readonly timestamp: string;
  readonly certificateToken: string;
  readonly signature: string;
}

/** Signs for the environment that asks for it. The key lives as long as the process; Spreedly gets its public half. */
export class Signer {
  private key: { readonly private: KeyObject; readonly pem: string } | undefined;
  private certificate: string | undefined;

  constructor(
    private readonly handIn: (pem: string) => Promise<string>,
    private readonly now: () => number,
  ) {}

  async sign(): Promise<Signature> {
    this.key ??= newKey();
    this.certificate ??= await this.handIn(this.key.pem);
    const nonce = randomUUID();
    const timestamp = String(Math.floor(this.now() / 1000));
    const text = Buffer.from(`${nonce}${timestamp}${this.certificate}`);
    const signature = sign('RSA-SHA256', text, this.key.private).toString('base64');
    return { nonce, timestamp, certificateToken: this.certificate, signature };
  }

  /** Spreedly may have forgotten the certificate. */
  reset(): void {
    this.certificate = undefined;
  }
}

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { private: privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}
