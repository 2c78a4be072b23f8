import { createTransport } from 'nodemailer';

/** One mail as the mail server takes it. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Transport {
  send(mail: Envelope): Promise<void>;
  close(): void;
}

/**
 * Mail over SMTP, a connection each: a pool sends again by itself when a connection breaks, and then nobody knows how
 * often. The deadlines together stay within the minute for which a sender has its mails to itself.
 */
export function smtpTransport(smtpUrl: string): Transport {
  const smtp = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 5000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, ...mail }) => {
      await smtp.sendMail({
        ...mail,
        to: { name: '', address: to },
        // Answering machines leave it alone.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => smtp.close(),
  };
}
