import 'server-only';
import { checkoutLink } from '@/lib/api/access/link';
import { createCompose, createMailer, type Mailer } from '@/lib/mail';
import { Fault } from './checkout/errors';
import { startSweeper } from './checkout/sweeper';
import { getFoyer, type Runtime } from './foyer';
import { startRetention } from './retention';

/** A supplier's answer can take two minutes: a stop waits for it, so that its outcome is written by us. */
const DRAIN_MS = 150_000;

const MAIL_EVERY_MS = 2000;

/** Starts the process: refuses to run on a wrong configuration, then wakes what is due until it is told to stop. */
export async function boot(): Promise<void> {
  const foyer = await getFoyer().catch((cause: unknown) => {
    console.error(cause instanceof Fault ? cause.message : cause);
    process.exit(1);
  });
  const sweeper = startSweeper(foyer.deps, foyer.door);
  const mail = mailerOf(foyer);
  const stopMail = foyer.deps.clock.every(
    MAIL_EVERY_MS,
    () => void mail?.run().catch(() => foyer.log.warn('mail.store_away')),
  );
  const retention = startRetention(foyer, foyer.deps.clock);
  foyer.log.event('boot.ready', { port: foyer.config.app.port });
  const stop = () => {
    foyer.stop();
    sweeper.stop();
    stopMail();
    retention.stop();
    void drain(foyer, mail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Takes no new work, lets what is in flight end, and leaves. Whatever is cut off another instance finds by its lease. */
async function drain(foyer: Runtime, mail: Mailer | null): Promise<void> {
  const drained = await foyer.door.drained(DRAIN_MS);
  foyer.log.event('boot.stopped', { outcome: drained ? 'drained' : 'cut_off' });
  await mail?.stop();
  await foyer.store.close();
  process.exit(0);
}

/** Sends the outbox where a mail server is configured; else it fills, and nothing is lost. */
function mailerOf(foyer: Runtime): Mailer | null {
  const { app, mail } = foyer.config;
  if (mail.smtpUrl === null || mail.from === null) return null;
  return createMailer({
    store: foyer.store,
    smtpUrl: mail.smtpUrl,
    from: mail.from,
    publicUrl: app.publicUrl,
    compose: createCompose({
      shopName: app.shopName,
      supportEmail: app.supportEmail,
      supplierName: (id) => foyer.suppliers.get(id)?.name ?? id,
    }),
    link: (checkoutId) => checkoutLink(foyer, checkoutId),
    report: ({ kind }, outcome) => foyer.metrics.count('foyer_mails_total', { kind, outcome }),
  });
}
