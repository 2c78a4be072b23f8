import { formatExpiry, inGroups, onlyDigits } from '../../../../core/typing';
import { type Brand, brandOf, brands, unknownBrand } from '../../brands';
import type { FieldConfig, ToField } from '../messages';
import { judgeCvc, judgeExpiry, judgeNumber, type Verdict } from './judge';

/** A value that leaves the frame encrypted, and the names under which it does. */
export interface Secret {
  /** As the library files it. */
  type: string;
  encryptedFieldName: string;
  /** In the encrypted content. */
  name: string;
  value: string;
}

/** What one field does that others do not. */
export interface Kind {
  /** What the library calls a key press here. */
  readonly pressed: string;
  format(text: string, deleting: boolean): string;
  judge(text: string): Verdict;
  secrets(text: string): Secret[];
  /** Takes what the page says about scheme or issuer; answers whether it matters to the field. */
  learn(message: ToField): boolean;
}

const secret = (field: string, name: string, value: string, type = field): Secret => ({
  type,
  encryptedFieldName: field,
  name,
  value,
});

/** The card number: it knows its scheme, from its digits or from what the issuer's range says. */
export class NumberKind implements Kind {
  readonly pressed = 'numberKeyPressed';
  private checksLuhn = true;
  private panLength: number | undefined;
  private told: Brand | undefined;

  constructor(private readonly config: FieldConfig) {}

  brand(text: string): Brand {
    const { txVariant, cardGroupTypes } = this.config;
    return this.told ?? brandOf(onlyDigits(text), txVariant === 'card' ? cardGroupTypes : [txVariant]);
  }

  format(text: string): string {
    const brand = this.brand(text);
    return inGroups(onlyDigits(text).slice(0, Math.max(...brand.lengths)), brand.groups);
  }

  judge(text: string): Verdict {
    return judgeNumber(text, { brand: this.brand(text), luhn: this.checksLuhn, panLength: this.panLength });
  }

  secrets(text: string): Secret[] {
    return [secret('encryptedCardNumber', 'number', onlyDigits(text))];
  }

  learn({ brand, enableLuhnCheck, panLength }: ToField): boolean {
    if (brand === undefined) return false;
    this.told = brand === 'reset' ? undefined : brands.find(({ id }) => id === brand);
    this.checksLuhn = brand === 'reset' || enableLuhnCheck !== false;
    this.panLength = brand === 'reset' ? undefined : panLength;
    return true;
  }
}

/** Month and year in one field. */
export class DateKind implements Kind {
  readonly pressed = 'dateKeyPressed';

  constructor(private readonly config: FieldConfig) {}

  format(text: string, deleting: boolean): string {
    return formatExpiry(text, deleting, '/');
  }

  judge(text: string): Verdict {
    return judgeExpiry(text, new Date(), this.config.minimumExpiryDate ?? null);
  }

  secrets(text: string): Secret[] {
    const [month = '', year = ''] = text.split('/');
    return [
      secret('encryptedExpiryMonth', 'expiryMonth', month, 'month'),
      secret('encryptedExpiryYear', 'expiryYear', `20${year}`, 'year'),
    ];
  }

  learn(): boolean {
    return false;
  }
}

/** The security code; its length is the scheme's. */
export class CodeKind implements Kind {
  readonly pressed = 'cvcKeyPressed';
  private brand: Brand;

  constructor(config: FieldConfig) {
    this.brand = brands.find(({ id }) => id === config.txVariant) ?? unknownBrand;
  }

  format(text: string): string {
    return onlyDigits(text).slice(0, this.brand.cvc);
  }

  judge(text: string): Verdict {
    return judgeCvc(text, this.brand);
  }

  secrets(text: string): Secret[] {
    return [secret('encryptedSecurityCode', 'cvc', text)];
  }

  learn({ brand }: ToField): boolean {
    if (brand === undefined) return false;
    this.brand = brands.find(({ id }) => id === brand) ?? unknownBrand;
    return true;
  }
}
