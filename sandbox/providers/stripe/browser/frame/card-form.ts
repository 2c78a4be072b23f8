import type { FieldChange, FieldInit, FieldOptions, FromField, ValidationError } from '../messages';
import { type Brand, brandOf, unknownBrand } from './brands';
import { Field, type FieldSpec } from './field';
import { brandIcon } from './icons';
import { Layout } from './layout';
import { type Peer, peers } from './peers';
import { specsFor } from './specs';
import { FieldStyle } from './style';
import { validationError } from './validate';

/** The inputs of one element, what they add up to, and how they tell the page about it. */
export class CardForm implements Peer {
  readonly group: string;
  readonly kind: FieldInit['kind'];
  private readonly fields: Field[] = [];
  private readonly style = new FieldStyle();
  private readonly layout: Layout;
  private readonly icon = document.createElement('span');
  private options: FieldOptions = {};
  private foreignBrand: Brand = unknownBrand;
  private said = '';

  constructor(
    init: FieldInit,
    root: HTMLElement,
    private readonly say: (message: FromField) => void,
  ) {
    this.group = init.group;
    this.kind = init.kind;
    for (const spec of specsFor(init.kind, () => this.brand() ?? this.foreignBrand)) this.add(spec);
    this.icon.className = 'icon';
    root.classList.add(`kind-${init.kind}`);
    root.append(this.icon, ...this.fields.map((field) => field.root));
    this.layout = new Layout(root, this.fields, (px) => say({ type: 'height', px }));
    this.foreignBrand =
      peers(init.group)
        .find((peer) => peer.kind === 'cardNumber')
        ?.brand() ?? unknownBrand;
    this.update(init.options);
    this.showBrand();
  }

  private add(spec: FieldSpec): void {
    const field = new Field(spec, {
      change: () => this.changed(field),
      focus: () => {
        this.layout.refresh();
        this.say({ type: 'focus' });
      },
      blur: () => {
        this.report();
        this.layout.refresh();
        this.say({ type: 'blur' });
      },
      back: () => this.step(field, -1),
    });
    this.fields.push(field);
  }

  /** Takes changed options; what is absent stays as it was. */
  update(options: FieldOptions): void {
    this.options = { ...this.options, ...options };
    const {
      style,
      placeholder,
      disabled = false,
      hidePostalCode = false,
      hideIcon,
      showIcon,
      value,
    } = this.options;
    this.style.apply(style);
    for (const field of this.fields) {
      field.input.disabled = disabled;
      if (placeholder !== undefined && this.kind !== 'card') field.input.placeholder = placeholder;
      if (field.spec.id === 'postal') {
        field.root.hidden = hidePostalCode;
        if (options.value?.postalCode !== undefined) field.set(value?.postalCode ?? '');
      }
    }
    // A number field of its own shows its icon only when asked to, as Stripe's does.
    this.icon.hidden =
      this.kind === 'card' ? hideIcon === true : !(this.kind === 'cardNumber' && showIcon === true);
    this.layout.refresh();
  }

  focus(): void {
    const first = this.visible.find((field) => field.verdict.state !== 'complete') ?? this.fields[0];
    first?.input.focus();
  }

  blur(): void {
    for (const { input } of this.fields) input.blur();
  }

  clear(): void {
    for (const field of this.fields) field.set('');
    this.showBrand();
    this.report();
    this.layout.refresh();
  }

  demand(): ValidationError | undefined {
    const codes = this.visible.map((field) => field.demand());
    const code = codes.find((one) => one !== undefined);
    this.report(code && validationError(code));
    return code && validationError(code);
  }

  values(): Record<string, string> {
    const text = (id: string) => this.visible.find((field) => field.spec.id === id)?.value;
    const [month, year] = text('expiry')?.split(' / ') ?? [];
    return {
      ...(this.has('number') ? { number: (text('number') ?? '').replaceAll(' ', '') } : {}),
      ...(this.has('expiry') ? { exp_month: month ?? '', exp_year: year ?? '' } : {}),
      ...(this.has('cvc') ? { cvc: text('cvc') ?? '' } : {}),
    };
  }

  /** What was typed as postal code; empty when the element does not ask. */
  postalCode(): string {
    return this.visible.find((field) => field.spec.id === 'postal')?.value.trim() ?? '';
  }

  brand(): Brand | undefined {
    const number = this.fields.find((field) => field.spec.id === 'number');
    return number && brandOf(number.value.replaceAll(' ', ''));
  }

  brandChanged(brand: Brand): void {
    this.foreignBrand = brand;
    for (const field of this.fields) field.refresh();
    this.report();
  }

  private get visible(): Field[] {
    return this.fields.filter((field) => !field.root.hidden);
  }

  private has(id: string): boolean {
    return this.fields.some((field) => field.spec.id === id);
  }

  private changed(field: Field): void {
    if (field.spec.id === 'number') this.showBrand();
    this.report();
    if (field.verdict.state === 'complete' && this.atEnd(field)) this.step(field, 1);
    this.layout.refresh();
  }

  /** Whether nothing more can be typed: a code may have three digits or four, a postcode any number. */
  private atEnd({ spec, input }: Field): boolean {
    if (spec.id === 'postal') return false;
    const brand = this.brand() ?? this.foreignBrand;
    if (spec.id === 'cvc') return input.value.length === brand.cvc;
    const atCaret = input.selectionStart === null || input.selectionStart === input.value.length;
    return (
      atCaret &&
      (spec.id !== 'number' || input.value.replaceAll(' ', '').length === Math.max(...brand.lengths))
    );
  }

  private step(from: Field, by: 1 | -1): void {
    const next = this.visible[this.visible.indexOf(from) + by];
    if (!next) return;
    next.input.focus();
    const end = next.value.length;
    next.input.setSelectionRange(end, end);
  }

  private showBrand(): void {
    const brand = this.brand();
    if (!brand || this.icon.dataset.brand === brand.id) return;
    this.icon.dataset.brand = brand.id;
    this.icon.replaceChildren(brandIcon(brand.id));
    for (const field of this.fields) if (field.spec.id === 'cvc') field.refresh();
    for (const peer of peers(this.group)) peer.brandChanged(brand);
  }

  /** Tells the page when something it may know has changed; never what was typed. */
  private report(demanded?: ValidationError): void {
    const codes = this.visible.map((field) => field.error);
    this.visible.forEach((field, index) => {
      const code = codes[index];
      field.describe(code ? validationError(code).message : '');
    });
    const code = codes.find((one) => one !== undefined);
    const brand = this.brand();
    const event: FieldChange = {
      elementType: this.kind,
      empty: this.visible.every((field) => field.verdict.state === 'empty'),
      complete: this.visible.every((field) => field.verdict.state === 'complete'),
      error: demanded ?? (code && validationError(code)),
      ...(brand ? { brand: brand.id } : {}),
      ...(this.kind === 'card' ? { value: { postalCode: this.postalCode() } } : {}),
    };
    const text = JSON.stringify(event);
    if (text === this.said) return;
    this.said = text;
    this.say({ type: 'change', event });
  }
}
