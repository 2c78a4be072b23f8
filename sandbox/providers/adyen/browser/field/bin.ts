import { encrypt } from './encrypt';

/** From so many digits on Adyen knows the issuer. */
const ENOUGH = 11;
/** What the page may see of a number in the making. */
const SHOWN = 6;

/** Tells the page of the first digits, and of enough of them, encrypted, for a look at whose card it is. */
export class BinReporter {
  private said = '';
  private asked = '';

  constructor(private readonly say: (message: Record<string, unknown>) => void) {}

  async report(digits: string): Promise<void> {
    const binValue = digits.slice(0, SHOWN);
    const bin = digits.length >= ENOUGH ? digits.slice(0, ENOUGH) : '';
    if (bin === this.asked && binValue === this.said) return;
    this.said = binValue;
    const before = this.asked;
    this.asked = bin;
    if (bin === '') return this.say({ binValue });
    if (bin === before) return;
    const encryptedBin = await encrypt('binValue', bin);
    // Typed on meanwhile: the later look is the one that counts.
    if (this.asked === bin) this.say({ binValue, encryptedBin, uuid: crypto.randomUUID() });
  }
}
