import type { OutboxMail, ShopStore } from '@/lib/checkout/shop-store';
import type { CheckoutStore } from '@/lib/checkout/store';
import { messageIdOf, recipientOf } from './address';
import type { Compose } from './compose';
import { NEVER, retryAt } from './retry';
import { smtpTransport, type Transport } from './transport';

export interface MailerOptions {
  readonly store: Pick<ShopStore, 'outbox' | 'mailSent' | 'mailFailed'> & Pick<CheckoutStore, 'read'>;
  readonly smtpUrl: string;
  /** "Name <tickets@example.org>". */
  readonly from: string;
  readonly publicUrl: string;
  readonly compose: Compose;
  /** The signed link that lets a browser into a checkout. */
  readonly link: (checkoutId: string) => string | Promise<string>;
  /** Told how each try ended, for logs and metrics. */
  readonly report?: (mail: OutboxMail, outcome: MailOutcome) => void;
  readonly now?: () => number;
  readonly transport?: Transport;
}

/** `no_address`: nobody to write to, such as after the personal data was cut. */
export type MailOutcome = 'sent' | 'failed' | 'given_up' | 'no_address';

export interface Mailer {
  /** Sends what is due; answers how many were sent. A call while one runs joins it. */
  run(): Promise<number>;
  /** Takes no more, and resolves when what is being sent is through. */
  stop(): Promise<void>;
}

/** All of a batch go out at once, so that none waits longer than its lease. */
const BATCH = 5;

/**
 * Sends the outbox. At least once: a process that dies between the mail server's yes and its note of it leaves the
 * mail to another, which sends the same Message-ID again. Mail programs show that once.
 */
export function createMailer(options: MailerOptions): Mailer {
  const { store, now = Date.now } = options;
  const transport = options.transport ?? smtpTransport(options.smtpUrl);
  let stopped = false;
  let running: Promise<number> | null = null;

  const work = async () => {
    let sent = 0;
    while (!stopped) {
      const mails = await store.outbox(now(), BATCH);
      const outcomes = await Promise.all(mails.map((mail) => deliver(options, transport, mail, now)));
      sent += outcomes.filter((outcome) => outcome === 'sent').length;
      if (mails.length < BATCH) break;
    }
    return sent;
  };

  return {
    run: () => {
      running ??= work().finally(() => {
        running = null;
      });
      return running;
    },
    stop: async () => {
      stopped = true;
      await running?.catch(() => undefined);
      transport.close();
    },
  };
}

async function deliver(
  options: MailerOptions,
  transport: Transport,
  mail: OutboxMail,
  now: () => number,
): Promise<MailOutcome> {
  const { store, report } = options;
  const outcome = await send(options, transport, mail).catch(() => 'failed' as const);
  const next = outcome === 'failed' ? retryAt(mail.tries, now()) : NEVER;
  const noted = outcome === 'sent' ? store.mailSent(mail.id, now()) : store.mailFailed(mail.id, next);
  // A note that is lost leaves the mail leased for a minute, and then it is tried again.
  await noted.catch(() => undefined);
  const word = outcome === 'failed' && next === NEVER ? 'given_up' : outcome;
  report?.(mail, word);
  return word;
}

async function send(
  { store, compose, link, from, publicUrl }: MailerOptions,
  transport: Transport,
  mail: OutboxMail,
): Promise<MailOutcome> {
  const stored = await store.read(mail.checkoutId);
  const to = stored ? recipientOf(stored.checkout) : null;
  if (!stored || to === null) return 'no_address';
  const composed = compose(mail.kind, stored.checkout, await link(mail.checkoutId));
  await transport.send({ from, to, messageId: messageIdOf(mail.key, publicUrl), ...composed });
  return 'sent';
}
