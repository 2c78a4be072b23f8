import type { Answer, CardCall, FieldChange, FieldKind, FieldOptions, FromField } from '../messages';
import { Emitter } from './emitter';
import { IntegrationError } from './errors';
import { FieldFrame } from './field-frame';
import { watchLabels } from './labels';

export interface ElementOptions extends FieldOptions {
  classes?: Partial<Record<'base' | 'complete' | 'empty' | 'focus' | 'invalid' | 'webkitAutofill', string>>;
}

/** What all elements of a group share. */
export interface Group {
  id: string;
  key: string;
  account?: string;
  /** Frees the type, so that another element of it can be created. */
  forget(element: CardElement): void;
}

const CLASSES = {
  base: 'StripeElement',
  complete: 'StripeElement--complete',
  empty: 'StripeElement--empty',
  focus: 'StripeElement--focus',
  invalid: 'StripeElement--invalid',
};

/** A card field as the shop's page holds it: a place in its document, events, and no digits. */
export class CardElement extends Emitter {
  private frame: FieldFrame | undefined;
  private host: HTMLElement | undefined;
  private stopLabels: (() => void) | undefined;
  private destroyed = false;
  private focused = false;
  private last: FieldChange;

  constructor(
    readonly kind: FieldKind,
    private readonly group: Group,
    private options: ElementOptions,
  ) {
    super();
    this.last = { elementType: kind, empty: true, complete: false };
  }

  /** Stripe's own name for it; some wrappers read it. */
  get _elementType(): FieldKind {
    return this.kind;
  }

  get mounted(): boolean {
    return this.frame !== undefined;
  }

  mount(target: string | HTMLElement): void {
    if (this.destroyed) {
      throw new IntegrationError('This Element has already been destroyed. Please create a new one.');
    }
    const host = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target;
    if (!host) {
      throw new IntegrationError(
        `The selector you specified (${String(target)}) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`,
      );
    }
    if (host === this.host && this.frame) return;
    this.unmount();
    const { style, placeholder, disabled, hidePostalCode, hideIcon, showIcon, value } = this.options;
    const options = { style, placeholder, disabled, hidePostalCode, hideIcon, showIcon, value };
    this.frame = new FieldFrame(
      { type: 'foyer-stripe-field', kind: this.kind, ...this.identity(), options },
      (message) => this.hear(message),
      () =>
        this.emit('loaderror', {
          elementType: this.kind,
          error: { type: 'api_connection_error', message: 'The card field could not be loaded.' },
        }),
    );
    const wrapper = document.createElement('div');
    wrapper.className = '__PrivateStripeElement';
    Object.assign(wrapper.style, {
      margin: '0',
      padding: '0',
      border: 'none',
      display: 'block',
      position: 'relative',
    });
    wrapper.append(this.frame.iframe);
    host.replaceChildren(wrapper);
    this.host = host;
    this.stopLabels = watchLabels(host, () => this.focus());
    this.paint();
  }

  unmount(): void {
    if (!this.host) return;
    this.stopLabels?.();
    this.frame?.remove();
    this.host.replaceChildren();
    this.host.classList.remove(...Object.values(this.classes()).flatMap((name) => name.split(' ')));
    this.frame = undefined;
    this.host = undefined;
    this.focused = false;
    this.last = { elementType: this.kind, empty: true, complete: false };
  }

  destroy(): void {
    this.unmount();
    this.destroyed = true;
    this.group.forget(this);
  }

  update(options: ElementOptions): void {
    this.options = { ...this.options, ...options };
    const { classes: _classes, ...field } = options;
    this.frame?.send({ type: 'update', options: field });
    this.paint();
  }

  focus(): void {
    this.frame?.iframe.focus();
    this.frame?.send({ type: 'focus' });
  }

  blur(): void {
    this.frame?.send({ type: 'blur' });
  }

  clear(): void {
    this.frame?.send({ type: 'clear' });
  }

  /** Has the frame send the card; the digits stay there. */
  _send(call: CardCall): Promise<Answer> {
    if (!this.frame) {
      throw new IntegrationError(
        'We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.',
      );
    }
    return this.frame.call(call);
  }

  private identity(): { group: string; key: string; account?: string } {
    return { group: this.group.id, key: this.group.key, account: this.group.account };
  }

  private hear(message: FromField): void {
    switch (message.type) {
      case 'change':
        this.last = message.event;
        this.paint();
        this.emit('change', message.event);
        break;
      case 'focus':
      case 'blur':
        // Moving between the inputs of one element is no blur of the element.
        this.setFocus(message.type === 'focus');
        break;
      case 'enter':
        this.host?.closest('form')?.requestSubmit();
        break;
      case 'ready':
      case 'escape':
        this.emit(message.type, { elementType: this.kind });
        break;
    }
  }

  private setFocus(focused: boolean): void {
    const settle = () => {
      const now = focused || document.activeElement === this.frame?.iframe;
      if (now === this.focused) return;
      this.focused = now;
      this.paint();
      this.emit(now ? 'focus' : 'blur', { elementType: this.kind });
    };
    // The frame's document blurs an input before the page learns where the focus went.
    if (focused) settle();
    else setTimeout(settle, 0);
  }

  private classes(): Record<keyof typeof CLASSES, string> {
    return { ...CLASSES, ...this.options.classes };
  }

  private paint(): void {
    const { host } = this;
    if (!host) return;
    const names = this.classes();
    const on = {
      base: true,
      complete: this.last.complete,
      empty: this.last.empty,
      focus: this.focused,
      invalid: this.last.error !== undefined,
    };
    for (const [state, shown] of Object.entries(on) as [keyof typeof on, boolean][]) {
      for (const name of names[state].split(' ').filter(Boolean)) host.classList.toggle(name, shown);
    }
  }
}
