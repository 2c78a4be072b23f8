import { caretFor } from '../../../../core/typing';
import type { Code, Verdict } from './validate';

/** One input as data: how it is named, formatted and judged. */
export interface FieldSpec {
  readonly id: 'number' | 'expiry' | 'cvc' | 'postal';
  /** Stripe's own names, which people's Playwright selectors use. */
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly autocomplete: AutoFill;
  readonly inputMode: 'numeric' | 'text';
  /** Error once the customer has left it unfinished. */
  readonly incomplete: Code;
  format(text: string, deleting: boolean): string;
  judge(text: string): Verdict;
}

interface FieldEvents {
  change(): void;
  focus(): void;
  blur(): void;
  /** Backspace in an empty field. */
  back(): void;
}

/** An input that formats while one types, keeps the caret, and knows whether what it holds can be used. */
export class Field {
  readonly root = document.createElement('div');
  readonly input = document.createElement('input');
  private readonly hint = document.createElement('span');
  private left = false;

  constructor(
    readonly spec: FieldSpec,
    private readonly events: FieldEvents,
  ) {
    this.root.className = `field ${spec.id}`;
    this.hint.className = 'hint';
    this.hint.id = `${spec.id}-hint`;
    Object.assign(this.input, {
      type: 'text',
      name: spec.name,
      autocomplete: spec.autocomplete,
      inputMode: spec.inputMode,
      placeholder: spec.placeholder,
      spellcheck: false,
    });
    this.input.setAttribute('autocorrect', 'no');
    this.input.setAttribute('aria-label', spec.label);
    this.input.setAttribute('aria-describedby', this.hint.id);
    this.root.append(this.input, this.hint);
    this.listen();
    this.show();
  }

  get value(): string {
    return this.input.value;
  }

  get verdict(): Verdict {
    return this.spec.judge(this.input.value);
  }

  /** What is wrong with it as far as it may be said: nobody is told off for a field they are still typing in. */
  get error(): Code | undefined {
    const { verdict } = this;
    if (verdict.state === 'wrong') return verdict.code;
    return verdict.state === 'incomplete' && this.left ? this.spec.incomplete : undefined;
  }

  /** What keeps the card from being sent; from now on it shows. */
  demand(): Code | undefined {
    const { verdict } = this;
    if (verdict.state === 'complete') return undefined;
    const code = verdict.state === 'wrong' ? verdict.code : this.spec.incomplete;
    this.left = true;
    this.show(code);
    return code;
  }

  set(text: string): void {
    this.input.value = this.spec.format(text, false);
    this.left = false;
    this.show();
  }

  /** Formats again after something else changed, such as the brand. */
  refresh(): void {
    this.input.value = this.spec.format(this.input.value, true);
    this.show();
  }

  private listen(): void {
    this.input.addEventListener('keydown', (event) => this.keydown(event));
    this.input.addEventListener('input', (event) => {
      const deleting = event instanceof InputEvent && event.inputType.startsWith('delete');
      const before = this.input.value;
      const caret = this.input.selectionStart ?? before.length;
      const after = this.spec.format(before, deleting);
      if (after !== before) {
        this.input.value = after;
        const at = caretFor(before, caret, after);
        this.input.setSelectionRange(at, at);
      }
      this.left = false;
      this.show();
      this.events.change();
    });
    this.input.addEventListener('focus', () => this.events.focus());
    this.input.addEventListener('blur', () => {
      this.left = true;
      this.show();
      this.events.blur();
    });
  }

  private keydown(event: KeyboardEvent): void {
    if (event.key !== 'Backspace') return;
    const { selectionStart: start, selectionEnd: end, value } = this.input;
    if (value === '') {
      event.preventDefault();
      this.events.back();
      return;
    }
    if (start === null || start !== end) return;
    // A separator is not a character that one can delete: the digit before it is meant.
    let at = start;
    while (at > 0 && /[ /]/.test(value.charAt(at - 1))) at -= 1;
    if (at > 0 && this.spec.inputMode === 'numeric') this.input.setSelectionRange(at, at);
  }

  private show(code = this.error): void {
    const { state } = this.verdict;
    this.root.classList.toggle('is-invalid', code !== undefined);
    this.root.classList.toggle('is-complete', state === 'complete');
    this.root.classList.toggle('is-empty', state === 'empty');
    this.input.setAttribute('aria-invalid', String(code !== undefined));
  }

  /** Says the error to people who cannot see that the text has turned red. */
  describe(message: string): void {
    this.hint.textContent = message;
  }
}
