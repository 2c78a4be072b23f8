import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../core/clock';
import { Mailbox } from './mailbox';

/** Catches what the shop sends: takes any sender, recipient and login, delivers nothing. */
export async function startMail(
  port: number,
  clock: Clock,
): Promise<{ box: Mailbox; close: () => Promise<void> }> {
  const box = new Mailbox();
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    // There is no certificate, so there is nothing to upgrade to.
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        keep(box, clock, Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      // Later errors belong to one client's connection (a cut, say), not to the catcher.
      server.on('error', () => undefined);
      ready();
    });
  });
  return { box, close: () => new Promise<void>((done) => server.close(() => done())) };
}

async function keep(box: Mailbox, clock: Clock, raw: Buffer, recipients: string[]): Promise<void> {
  const mail = await PostalMime.parse(raw);
  box.add({
    id: randomUUID(),
    messageId: mail.messageId ?? null,
    at: clock.iso(),
    from: mail.from?.address ?? null,
    to: recipients,
    subject: mail.subject ?? null,
    text: mail.text ?? null,
    html: mail.html ?? null,
    attachments: mail.attachments.map(({ filename }) => filename ?? 'unnamed'),
  });
}
