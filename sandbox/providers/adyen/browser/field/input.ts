import { caretFor } from '../../../../core/typing';
import type { FieldConfig } from '../messages';

const AUTOFILL = {
  encryptedCardNumber: 'cc-number',
  encryptedExpiryDate: 'cc-exp',
  encryptedSecurityCode: 'cc-csc',
} as const satisfies Record<FieldConfig['fieldType'], AutoFill>;

interface InputEvents {
  format(text: string, deleting: boolean): string;
  change(): void;
  focus(focused: boolean): void;
  enter(): void;
}

/** The one input of a frame: formats while one types, keeps the caret, and speaks to assistive technology. */
export class SecuredInput {
  readonly element = document.createElement('input');
  private readonly hint = document.createElement('span');
  private readonly error = document.createElement('span');
  private readonly texts: Record<string, string>;

  constructor(
    config: FieldConfig,
    private readonly events: InputEvents,
  ) {
    const { fieldType, iframeUIConfig = {} } = config;
    const aria = iframeUIConfig.ariaConfig?.[fieldType];
    this.texts = aria?.error ?? {};
    document.documentElement.lang = iframeUIConfig.ariaConfig?.lang ?? 'en';
    document.title = aria?.iframeTitle ?? '';
    Object.assign(this.element, {
      id: fieldType,
      type: config.maskSecurityCode && fieldType === 'encryptedSecurityCode' ? 'password' : 'text',
      autocomplete: AUTOFILL[fieldType],
      inputMode: config.legacyInputMode ? 'tel' : 'numeric',
      spellcheck: false,
    });
    this.element.dataset.fieldtype = fieldType;
    this.element.setAttribute('aria-label', aria?.label ?? '');
    this.element.setAttribute('aria-required', 'true');
    this.element.setAttribute('aria-describedby', 'error hint');
    this.hint.id = 'hint';
    this.error.id = 'error';
    this.hint.textContent = Object.values(aria?.contextualTexts ?? {})[0] ?? '';
    this.listen();
  }

  mount(root: HTMLElement): void {
    root.append(this.element, this.error, this.hint);
  }

  get value(): string {
    return this.element.value;
  }

  set(text: string): void {
    this.element.value = this.events.format(text, false);
    this.events.change();
  }

  /** Formats again after the scheme changed. */
  refresh(): void {
    this.element.value = this.events.format(this.element.value, true);
  }

  /** Shows and says an error by its code; an empty one takes it away. */
  mark(code: string, valid: boolean): void {
    this.element.classList.toggle('error', code !== '');
    this.element.classList.toggle('valid', valid);
    this.element.setAttribute('aria-invalid', String(code !== ''));
    this.error.textContent = this.texts[code] ?? '';
  }

  private listen(): void {
    const { element, events } = this;
    element.addEventListener('input', (event) => {
      const deleting = event instanceof InputEvent && event.inputType.startsWith('delete');
      const before = element.value;
      const caret = element.selectionStart ?? before.length;
      const after = events.format(before, deleting);
      if (after !== before) {
        element.value = after;
        const at = caretFor(before, caret, after);
        element.setSelectionRange(at, at);
      }
      events.change();
    });
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') events.enter();
      if (event.key === 'Backspace') this.overSeparator();
    });
    element.addEventListener('focus', () => events.focus(true));
    element.addEventListener('blur', () => events.focus(false));
  }

  /** A separator is not a character that one can delete: the digit before it is meant. */
  private overSeparator(): void {
    const { selectionStart: start, selectionEnd: end, value } = this.element;
    if (start === null || start !== end) return;
    let at = start;
    while (at > 0 && /[ /]/.test(value.charAt(at - 1))) at -= 1;
    if (at > 0) this.element.setSelectionRange(at, at);
  }
}
