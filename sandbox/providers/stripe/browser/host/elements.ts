import type { FieldKind } from '../messages';
import { CardElement, type ElementOptions, type Group } from './element';
import { IntegrationError } from './errors';

const KINDS: readonly FieldKind[] = ['card', 'cardNumber', 'cardExpiry', 'cardCvc'];

let groups = 0;

function kindOf(type: unknown): FieldKind | undefined {
  // react-stripe-js asks by its component, which carries the type.
  const name =
    typeof type === 'function' || (typeof type === 'object' && type !== null)
      ? Reflect.get(type, '__elementType')
      : type;
  return KINDS.find((kind) => kind === name);
}

/** A group of card fields that belong to one payment: what `stripe.elements()` answers. */
export class Elements {
  private readonly group: Group;
  private readonly elements = new Map<FieldKind, CardElement>();

  constructor(key: string, account: string | undefined) {
    groups += 1;
    this.group = {
      id: `${Date.now().toString(36)}-${groups}`,
      key,
      account,
      forget: (element) => {
        if (this.elements.get(element.kind) === element) this.elements.delete(element.kind);
      },
    };
  }

  create(type: string, options: ElementOptions = {}): CardElement {
    const kind = kindOf(type);
    if (!kind) {
      throw new IntegrationError(
        `The Stripe sandbox has no Element of type "${type}". It has: ${KINDS.join(', ')}.`,
      );
    }
    if (this.elements.has(kind)) {
      throw new IntegrationError(
        `Can only create one Element of type ${kind} through this instance of Elements. Use getElement, or destroy the first.`,
      );
    }
    const other = kind === 'card' ? 'cardNumber' : 'card';
    if (this.elements.has(other) && (kind === 'card' || kind === 'cardNumber')) {
      throw new IntegrationError(
        `Cannot create an Element of type ${kind} after an Element of type ${other}.`,
      );
    }
    const element = new CardElement(kind, this.group, options);
    this.elements.set(kind, element);
    return element;
  }

  getElement(type: unknown): CardElement | null {
    const kind = kindOf(type);
    return (kind && this.elements.get(kind)) ?? null;
  }

  /** Fonts, locale and appearance mean nothing to these fields; the call is taken so that wrappers work. */
  async update(_options: unknown): Promise<void> {}

  async fetchUpdates(): Promise<Record<string, never>> {
    return {};
  }
}
