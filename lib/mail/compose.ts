import { assertNever } from '@/lib/checkout/errors';
import type { Checkout } from '@/lib/checkout/model';
import type { MailOrder } from '@/lib/checkout/store';
import type { Letter } from './letter';
import { confirmation, followUp, type Writing, wayBack } from './letters';
import { renderHtml } from './render-html';
import { renderText } from './render-text';
import { mailTranslator, type Translate } from './translate';

/** A mail ready to send, but for its addresses. */
export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes one kind of mail about a checkout as it stands now. `link` is the signed way to it. */
export type Compose = (kind: MailOrder['kind'], checkout: Checkout, link: string) => Composed;

export interface ComposeOptions {
  readonly shopName: string;
  readonly supportEmail: string | null;
  /** A supplier's name for people, by its id. */
  readonly supplierName: (id: string) => string;
  readonly translate?: (locale: string) => Translate;
  readonly now?: () => number;
}

/** Makes the writer of mails. What it writes depends on nothing but its arguments and the clock. */
export function createCompose(options: ComposeOptions): Compose {
  const { shopName, supportEmail, supplierName, translate = mailTranslator, now = Date.now } = options;
  return (kind, checkout, link) => {
    const supplier = supplierName(checkout.supplier);
    const t = translate(checkout.locale);
    const letter = write(kind, { t, checkout, link, shopName, supportEmail, supplier, now: now() });
    return { subject: letter.subject, text: renderText(letter), html: renderHtml(letter) };
  };
}

function write(kind: MailOrder['kind'], writing: Writing): Letter {
  switch (kind) {
    case 'confirmation':
      return confirmation(writing);
    case 'follow_up':
      return followUp(writing);
    case 'link':
      return wayBack(writing);
    default:
      return assertNever(kind);
  }
}
