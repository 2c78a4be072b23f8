import { CARD_ART } from '../../../../core/card-art';
import { caretFor, formatExpiry, inGroups, onlyDigits } from '../../../../core/typing';
import { isWhole, schemeOf } from '../../cards';

export type FieldName = 'full_name' | 'number' | 'expiry' | 'verification_value';

const WORDS: Readonly<Record<FieldName, string>> = {
  full_name: 'Enter the name as it is on the card.',
  number: 'Enter the whole card number.',
  expiry: 'Enter a date that is not over, as MM/YY.',
  verification_value: 'Enter the code on the card.',
};

const formats: Readonly<Record<FieldName, (text: string, deleting: boolean) => string>> = {
  full_name: (text) => text,
  number: (text) => {
    const digits = onlyDigits(text);
    const { groups, lengths } = schemeOf(digits);
    return inGroups(digits.slice(0, Math.max(...lengths)), groups);
  },
  expiry: (text, deleting) => formatExpiry(text, deleting, '/'),
  verification_value: (text) => onlyDigits(text).slice(0, 4),
};

/** The four fields: they format what is typed and say what is wrong with it. */
export class Fields {
  private readonly inputs = new Map<FieldName, HTMLInputElement>();

  constructor(private readonly form: HTMLFormElement) {
    for (const input of form.querySelectorAll('input')) {
      const name = input.name as FieldName;
      this.inputs.set(name, input);
      input.addEventListener('input', (event) => {
        this.tidy(input, formats[name], event instanceof InputEvent && event.inputType.startsWith('delete'));
        if (name === 'number') this.showScheme();
        this.say(name, '');
      });
    }
    this.showScheme();
  }

  value(name: FieldName): string {
    return this.inputs.get(name)?.value.trim() ?? '';
  }

  set(name: FieldName, value: string): void {
    const input = this.inputs.get(name);
    if (input && input.value === '') input.value = value;
  }

  clear(): void {
    for (const [name, input] of this.inputs) {
      if (name !== 'full_name') input.value = '';
      this.say(name, '');
    }
    this.showScheme();
  }

  /** Marks what does not read and goes to the first of it; false when there is something. */
  check(): boolean {
    const digits = onlyDigits(this.value('number'));
    const [month = '', year = ''] = this.value('expiry').split('/');
    const ahead = /^\d\d$/.test(year) && new Date(2000 + Number(year), Number(month)).getTime() > Date.now();
    const good: Readonly<Record<FieldName, boolean>> = {
      full_name: this.value('full_name') !== '',
      number: isWhole(digits),
      expiry: ahead,
      verification_value: this.value('verification_value').length === schemeOf(digits).cvc,
    };
    const wrong = [...this.inputs.keys()].filter((name) => !good[name]);
    for (const name of this.inputs.keys()) this.say(name, wrong.includes(name) ? WORDS[name] : '');
    const [first] = wrong;
    if (first) this.inputs.get(first)?.focus();
    return first === undefined;
  }

  /** What is wrong with a field; nothing for an empty text. */
  say(name: FieldName, words: string): void {
    const input = this.inputs.get(name);
    const note = document.getElementById(`${name}-error`);
    if (!input || !note) return;
    input.setAttribute('aria-invalid', String(words !== ''));
    note.textContent = words;
  }

  focus(): void {
    const empty = [...this.inputs.values()].find(({ value }) => value === '');
    (empty ?? this.form.querySelector('button'))?.focus();
  }

  private tidy(
    input: HTMLInputElement,
    format: (text: string, deleting: boolean) => string,
    deleting: boolean,
  ) {
    const before = input.value;
    const caret = input.selectionStart ?? before.length;
    const after = format(before, deleting);
    if (after === before) return;
    input.value = after;
    const place = caretFor(before, caret, after);
    input.setSelectionRange(place, place);
  }

  private showScheme(): void {
    const icon = document.getElementById('scheme');
    const { art } = schemeOf(onlyDigits(this.value('number')));
    // The drawings are this sandbox's own text.
    if (icon) icon.innerHTML = CARD_ART[art] ?? CARD_ART.unknown ?? '';
  }
}
