import { cancelledOf, moneyMoved, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { messageOf } from '@/lib/checkout/words';
import { itemsSection, moneySection, owedOf } from './facts';
import type { Letter } from './letter';
import { line } from './plain';
import { type Translate, wordOf } from './translate';

/** What a letter is written about and with. */
export interface Writing {
  readonly t: Translate;
  readonly checkout: Checkout;
  /** The signed link to the order; the only address in the mail. */
  readonly link: string;
  readonly shopName: string;
  readonly supportEmail: string | null;
  /** The supplier's name for people. */
  readonly supplier: string;
  readonly now: number;
}

/** Sent once, when there are tickets: what is booked, what is not, and what was paid. */
export function confirmation(writing: Writing): Letter {
  const { t, checkout } = writing;
  const { reference, items } = checkout;
  const part = ticketsOf(checkout) !== 'booked';
  const title = line(items.find(({ status }) => status === 'booked')?.title ?? items[0]?.title ?? '', 80);
  const whole = items.length > 1 ? 'mail.confirmation.subjectMany' : 'mail.confirmation.subject';
  return {
    ...order(writing),
    subject: part ? t('mail.confirmation.subjectPart', { reference }) : t(whole, { title, reference }),
    preview: t('mail.confirmation.preview'),
    title: t(part ? 'mail.confirmation.titlePart' : 'mail.confirmation.title'),
    paragraphs: [standing(writing), t('mail.keep')],
  };
}

/** Sent when what was told has changed: vouchers that came, an item that failed, money owed or returned. */
export function followUp(writing: Writing): Letter {
  const { t, checkout } = writing;
  const { reference } = checkout;
  const news = newsOf(checkout);
  return {
    ...order(writing),
    subject: t(`mail.followUp.subject${news}`, { reference }),
    preview: t('mail.followUp.preview'),
    title: t(`mail.followUp.title${news}`),
    paragraphs: [standing(writing), t('mail.followUp.present'), t('mail.keep')],
  };
}

/** Sent to who asked for the way back to an order. Says nothing about it but its number: anybody can ask. */
export function wayBack(writing: Writing): Letter {
  const { t, checkout } = writing;
  const { reference } = checkout;
  return {
    ...order(writing),
    sections: [],
    subject: t('mail.link.subject', { reference }),
    preview: t('mail.link.preview'),
    title: t('mail.link.title'),
    paragraphs: [t('mail.link.lead'), t('mail.link.ignore'), t('mail.keep')],
  };
}

function order(writing: Writing): Pick<Letter, 'locale' | 'action' | 'sections' | 'footer'> {
  const { t, checkout, link, shopName: shop, supportEmail, supplier } = writing;
  const { reference, locale } = checkout;
  const tickets = checkout.items.some(({ status }) => status === 'booked');
  const help = supportEmail === null ? [] : [t('mail.help', { address: supportEmail, reference })];
  return {
    locale,
    action: { label: t(tickets ? 'mail.action.tickets' : 'mail.action.order'), url: link },
    sections: [itemsSection(t, checkout), moneySection(t, checkout, supplier)].filter(hasRows),
    footer: [...help, t('mail.footer', { shop, reference })],
  };
}

function hasRows({ cards }: Letter['sections'][number]): boolean {
  return cards.some(({ rows }) => rows.length > 0);
}

/** The very sentence that the order's page says, reviewed for every pair of ledgers. */
function standing({ t, checkout, supplier, now }: Writing): string {
  return wordOf(t, messageOf(checkout, now).code, { supplier, refund: owedOf(checkout) });
}

function newsOf(checkout: Checkout): 'Ready' | 'News' | 'Lost' | 'Cancelled' {
  const tickets = ticketsOf(checkout);
  if (!tickets.endsWith('booked') && cancelledOf(checkout) !== 'none') return 'Cancelled';
  if (tickets === 'failed' || tickets === 'expired' || tickets === 'released') return 'Lost';
  const ready = tickets === 'booked' && !checkout.items.some(({ voucherToCome }) => voucherToCome);
  const owes = moneyMoved(checkout) && owedOf(checkout) !== '';
  return ready && !owes ? 'Ready' : 'News';
}
