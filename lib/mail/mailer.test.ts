import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Checkout } from '@/lib/checkout/model';
import { openStore, type Store } from '@/lib/db/open-store';
import { createCompose } from './compose';
import { bookedCheckout, bookedItem } from './fixtures';
import { createMailer, type MailerOptions } from './mailer';

interface Received extends Email {
  readonly recipients: readonly string[];
  readonly raw: string;
}

let folder: string;
let store: Store;
let server: SMTPServer;
let received: Received[];
/** What the server says to a mail; null takes it. */
let refusal: Error | null;
let now: number;
let outcomes: string[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'foyer-mail-'));
  store = await openStore(`file:${folder}/foyer.db`);
  [received, outcomes, refusal, now] = [[], [], null, 1_790_000_000_000];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusal) return done(refusal);
        const raw = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        PostalMime.parse(raw).then((mail) => {
          received.push({ ...mail, recipients, raw: raw.toString('utf8') });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});

afterEach(async () => {
  await store.close();
  await new Promise<void>((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

function mailer(patch: Partial<MailerOptions> = {}) {
  return createMailer({
    store,
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    from: 'Foyer <tickets@tickets.example>',
    publicUrl: 'https://tickets.example',
    compose: createCompose({ shopName: 'Foyer', supportEmail: null, supplierName: () => 'Demo' }),
    link: async (id) => `https://tickets.example/c/${id}`,
    report: (_mail, outcome) => outcomes.push(outcome),
    now: () => now,
    ...patch,
  });
}

async function queued(checkout: Checkout = bookedCheckout()): Promise<Checkout> {
  const { id } = checkout;
  await store.create(checkout, [], now);
  await store.enqueue({ key: `${id}:confirmation`, checkoutId: id, kind: 'confirmation' }, now);
  return checkout;
}

describe('the mailer', () => {
  it('sends what is due, once', async () => {
    const { id, reference } = await queued();
    const post = mailer();
    expect(await post.run()).toBe(1);
    expect(await post.run()).toBe(0);
    now += 1e9;
    expect(await post.run()).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      recipients: ['ada@example.org'],
      from: { name: 'Foyer', address: 'tickets@tickets.example' },
      subject: `Your tickets: The Tempest (${reference})`,
    });
    expect(received[0]?.text).toContain(`https://tickets.example/c/${id}`);
    expect(received[0]?.html).toContain(`href="https://tickets.example/c/${id}"`);
    expect(received[0]?.messageId).toMatch(/^<[0-9a-f]{32}@tickets\.example>$/);
    await post.stop();
  });

  it('tries again after a refusal, later each time', async () => {
    await queued();
    const sending = mailer();
    refusal = Object.assign(new Error('Come back later'), { responseCode: 451 });
    expect(await sending.run()).toBe(0);
    now += 29_999;
    expect(await sending.run()).toBe(0);
    now += 1;
    expect(await sending.run()).toBe(0);
    expect(outcomes).toEqual(['failed', 'failed']);
    now += 119_999;
    expect(await sending.run()).toBe(0);
    expect(outcomes).toHaveLength(2);
    refusal = null;
    now += 1;
    expect(await sending.run()).toBe(1);
  });

  it('gives up after days, not before', async () => {
    await queued();
    refusal = Object.assign(new Error('No such mailbox'), { responseCode: 550 });
    const post = mailer();
    for (let tries = 0; tries < 20; tries += 1) {
      await post.run();
      now += 7 * 3600_000;
    }
    expect(outcomes).toEqual([...Array(13).fill('failed'), 'given_up']);
  });

  it('sends the same message again when it died before noting that it was sent', async () => {
    await queued();
    const dying = mailer({
      store: { ...store, mailSent: () => Promise.reject(new Error('killed')) },
    });
    await dying.run();
    expect(await mailer().run()).toBe(0);
    now += 60_000;
    expect(await mailer().run()).toBe(1);
    expect(received).toHaveLength(2);
    expect(received[1]?.messageId).toBe(received[0]?.messageId);
  });

  it('is one of many: two senders at once send each mail once', async () => {
    for (let index = 0; index < 12; index += 1) await queued();
    const other = await openStore(`file:${folder}/foyer.db`);
    const sent = await Promise.all([mailer().run(), mailer({ store: other }).run(), mailer().run()]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(12);
    expect(received).toHaveLength(12);
    await other.close();
  });

  it('runs once at a time', async () => {
    await queued();
    const post = mailer();
    expect(await Promise.all([post.run(), post.run()])).toEqual([1, 1]);
    expect(received).toHaveLength(1);
    await post.stop();
    await queued();
    expect(await post.run()).toBe(0);
  });

  it('goes on when one mail cannot be written', async () => {
    const bad = await queued();
    await queued();
    const compose: MailerOptions['compose'] = (_kind, { id }) => {
      if (id === bad.id) throw new Error('No such sentence');
      return { subject: 'S', text: 'T', html: 'H' };
    };
    expect(await mailer({ compose }).run()).toBe(1);
    expect(outcomes.sort()).toEqual(['failed', 'sent']);
  });

  it('is patient with a server that is away', async () => {
    await queued();
    expect(await mailer({ smtpUrl: 'smtp://127.0.0.1:1' }).run()).toBe(0);
    now += 30_000;
    expect(await mailer().run()).toBe(1);
  });

  it.each([
    ['nobody', {}],
    ['no text', { email: 7 }],
    ['two', { email: 'a@example.org, b@example.org' }],
    ['a group', { email: 'x:a@example.org;' }],
    ['a header', { email: 'a@example.org\r\nBcc: b@example.org' }],
    ['a name', { email: '"x" <a@example.org>' }],
  ])('writes to one plain address, not to %s', async (_what, customer) => {
    await queued(bookedCheckout({ details: { schema: {}, values: { customer } } }));
    expect(await mailer().run()).toBe(0);
    expect(received).toEqual([]);
    expect(outcomes).toEqual(['no_address']);
  });

  it('lets no text from outside into its headers', async () => {
    const evil = 'X\r\nBcc: victim@example.org\r\nContent-Type: text/evil\r\n\r\nbody';
    await queued(
      bookedCheckout({
        items: [bookedItem({ title: evil })],
        details: {
          schema: {},
          values: { customer: { firstName: evil, lastName: evil, email: 'ada@example.org' } },
        },
      }),
    );
    expect(await mailer().run()).toBe(1);
    const [mail] = received;
    expect(mail?.recipients).toEqual(['ada@example.org']);
    expect(mail?.bcc).toBeUndefined();
    const [head = ''] = mail?.raw.split('\r\n\r\n') ?? [];
    expect(head).not.toMatch(/^(bcc|content-type: text\/evil)/im);
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  });
});
