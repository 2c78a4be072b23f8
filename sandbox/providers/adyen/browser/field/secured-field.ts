import { onlyDigits } from '../../../../core/typing';
import type { FieldConfig, FromField, ToField } from '../messages';
import { BinReporter } from './bin';
import { encrypt } from './encrypt';
import { SecuredInput } from './input';
import type { Verdict } from './judge';
import { CodeKind, DateKind, type Kind, NumberKind } from './kinds';
import { FieldStyle } from './style';

function kindOf(config: FieldConfig): Kind {
  switch (config.fieldType) {
    case 'encryptedCardNumber':
      return new NumberKind(config);
    case 'encryptedExpiryDate':
      return new DateKind(config);
    case 'encryptedSecurityCode':
      return new CodeKind(config);
  }
}

/** A card field: what is typed stays here, what the page hears is whether it will do, and the encrypted value. */
export class SecuredField {
  private readonly kind: Kind;
  private readonly input: SecuredInput;
  private readonly style = new FieldStyle();
  private readonly bin = new BinReporter((message) => this.say({ action: 'binValue', ...message }));
  private brandSaid = '';
  /** What to say of a number whose scheme the shop does not take, while the page has found it to be one. */
  private refused = '';
  /** Counts changes, so that an encryption that comes late is not taken for the text of now. */
  private turn = 0;

  constructor(
    private readonly config: FieldConfig,
    root: HTMLElement,
    private readonly say: (message: FromField) => void,
  ) {
    this.kind = kindOf(config);
    this.input = new SecuredInput(config, {
      format: (text, deleting) => this.kind.format(text, deleting),
      change: () => this.changed(),
      focus: (focused) => this.focused(focused),
      enter: () => this.say({ action: 'enterKeyPressed' }),
    });
    this.style.apply(config.iframeUIConfig?.sfStyles);
    this.input.element.placeholder = this.placeholder();
    this.input.mount(root);
  }

  /** What the page wants of the field. */
  receive(message: ToField): void {
    if (message.focus) this.input.element.focus();
    if (message.styleObject) this.style.apply(message.styleObject);
    if (message.autoComplete !== undefined) this.input.set(message.autoComplete);
    if (message.cvcPolicy) this.require(message.cvcPolicy === 'required');
    if (message.expiryDatePolicy) this.require(message.expiryDatePolicy === 'required');
    if (message.externalValidation) this.mark(message.code ?? '');
    if (message.unsupportedCard !== undefined)
      this.refuse(message.unsupportedCard ? (message.code ?? '') : '');
    if (this.kind.learn(message)) this.learned(message);
  }

  private refuse(code: string): void {
    this.refused = code;
    if (this.input.value !== '') this.judge();
  }

  private learned({ brand }: ToField): void {
    this.input.refresh();
    this.input.element.placeholder = this.placeholder(brand);
    if (brand === 'reset') this.publishBrand(true);
    // The text may have become good or bad by what was learned; an empty field has nothing to say.
    if (this.input.value !== '') this.judge();
  }

  private changed(): void {
    if (this.kind instanceof NumberKind) {
      this.publishBrand();
      void this.bin.report(onlyDigits(this.input.value));
    }
    this.judge();
  }

  private judge(): void {
    this.turn += 1;
    const verdict = this.verdict();
    if (verdict.state === 'complete') {
      this.mark('', true);
      void this.sendSecrets(this.turn);
      return;
    }
    const code = verdict.state === 'wrong' ? verdict.code : '';
    this.mark(code);
    this.say({ action: code === 'cc.num.902' ? 'luhnCheck' : this.kind.pressed, error: code, code });
  }

  private verdict(): Verdict {
    const verdict = this.kind.judge(this.input.value);
    return this.refused === '' || verdict.state === 'empty'
      ? verdict
      : { state: 'wrong', code: this.refused };
  }

  private async sendSecrets(turn: number): Promise<void> {
    const text = this.input.value;
    const secrets = this.kind.secrets(text);
    try {
      const blobs = await Promise.all(secrets.map(({ name, value }) => encrypt(name, value)));
      if (turn !== this.turn) return;
      const { fieldType, exposeExpiryDate } = this.config;
      const digits = onlyDigits(text);
      this.say({
        action: 'encryption',
        type: secrets.at(-1)?.type,
        [fieldType]: secrets.map(({ type, encryptedFieldName }, index) => ({
          type,
          encryptedFieldName,
          blob: blobs[index],
        })),
        ...(this.kind instanceof NumberKind
          ? { endDigits: digits.slice(-4), issuerBin: digits.slice(0, 8) }
          : {}),
        ...(exposeExpiryDate && this.kind instanceof DateKind ? { expiryDate: text } : {}),
      });
    } catch (error) {
      this.say({ action: 'encryptionError', code: 'err.gen.9101', error: String(error) });
    }
  }

  private focused(focus: boolean): void {
    this.say({ action: 'focus', focus, numChars: this.input.value.length });
    if (focus) return;
    const verdict = this.verdict();
    if (verdict.state !== 'incomplete') return;
    this.mark(verdict.code);
    this.say({ action: 'incomplete field', error: verdict.code, code: verdict.code });
  }

  private publishBrand(again = false): void {
    if (!(this.kind instanceof NumberKind) || this.config.txVariant !== 'card') return;
    const { id, cvcPolicy, cvcText, lengths } = this.kind.brand(this.input.value);
    if (id === this.brandSaid && !again) return;
    this.brandSaid = id;
    this.input.refresh();
    this.say({
      action: 'brand',
      brand: id,
      cvcPolicy,
      expiryDatePolicy: 'required',
      cvcText,
      maxLength: Math.max(...lengths),
      error: '',
    });
  }

  private require(required: boolean): void {
    this.input.element.setAttribute('aria-required', String(required));
  }

  private mark(code: string, valid = false): void {
    this.input.mark(code, valid);
  }

  private placeholder(brand?: string): string {
    const { iframeUIConfig, fieldType } = this.config;
    const suffix = fieldType !== 'encryptedSecurityCode' ? '' : brand === 'amex' ? '4digits' : '3digits';
    return iframeUIConfig?.placeholders?.[`${fieldType}${suffix}`] ?? '';
  }
}
