import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpClient } from '@/lib/platform/http/types';
import { calls } from './calls';
import { sender } from './client';
import { config } from './config';
import { detailsSchema } from './details';
import { noAnswer } from './errors';
import { configWith } from './fixtures.test-support';

describe('configuration', () => {
  it('is off without a user, and complaining about halves', () => {
    expect(config.parse({})).toBeNull();
    expect(configWith().url).toBe('https://api.ticketswitch.com');
    for (const bad of [
      { INGRESSO_PASSWORD: '' },
      { INGRESSO_REDIRECT_USER: 'r' },
      { INGRESSO_SHARE_EMAIL: 'no' },
    ])
      expect(config.safeParse({ INGRESSO_USER: 'u', INGRESSO_PASSWORD: 'p', ...bad }).success).toBe(false);
  });
});

describe('answers of the network', () => {
  const ask = (answer: Partial<Extract<HttpAnswer, { kind: 'answered' }>> | 'lost' | 'unsent') => {
    const whole: HttpAnswer =
      typeof answer === 'string'
        ? { kind: answer, why: 'connection' }
        : {
            kind: 'answered',
            status: 200,
            headers: new Headers(),
            text: '',
            bytes: new Uint8Array(),
            ...answer,
          };
    const client: HttpClient = { call: async () => whole };
    const send = sender({ main: client, stripe: null, redirect: null }, () => 7);
    const ctx = { traceId: 't', locale: 'en', record: () => undefined };
    return send(ctx, 'main', calls.release('u'));
  };

  it('are refusals where they have an error code, whatever their status', async () => {
    const text = '{"error_code":8,"error_desc":"no"}';
    for (const status of [200, 400, 410, 460])
      expect(await ask({ status, text })).toMatchObject({ kind: 'refused', status, code: 8, desc: 'no' });
    expect(await ask({ status: 401, text: 'denied' })).toMatchObject({ kind: 'refused', code: null });
  });

  it('prove nothing where they cannot be read, and everything where the door was shut', async () => {
    expect(await ask({ text: '{"released_ok":true}' })).toEqual({
      kind: 'ok',
      value: { released_ok: true },
      at: 7,
    });
    for (const odd of [
      { text: '<html>' },
      { status: 502, text: '{"error_code":4,"error_desc":"x"}' },
      { status: 302 },
    ])
      expect(await ask(odd)).toEqual({ kind: 'lost' });
    expect(await ask({ status: 429 })).toEqual({ kind: 'unsent' });
    expect(await ask('lost')).toEqual({ kind: 'lost' });
  });

  it('tell browsing what passes and what does not', () => {
    const refused = (status: number, code: number | null) =>
      noAnswer({ kind: 'refused', status, code, desc: '', key: null });
    expect(refused(401, 3)).toMatchObject({ code: 'misconfigured' });
    expect(refused(404, null)).toMatchObject({ code: 'not_found' });
    expect(refused(400, 8)).toMatchObject({ code: 'refused' });
    expect(noAnswer({ kind: 'lost' })).toMatchObject({ code: 'unavailable' });
  });
});

describe('the customer’s details', () => {
  const asking = {
    needsEmail: false,
    needsAddress: false,
    mayEditAddress: true,
    countries: { uk: 'United Kingdom' },
    avs: false,
  };
  const valid = (change: object, customer: object) =>
    addFormats(new Ajv2020({ strict: false })).compile(detailsSchema({ ...asking, ...change }))({ customer });
  const who = { firstName: '"Zoë" 😀', lastName: 'אבן', phone: '+44 (0)20 8759-9036' };

  it('are what the documentation’s table asks for, and an address only where one is needed', () => {
    expect(valid({}, who)).toBe(true);
    for (const missing of ['firstName', 'lastName', 'phone'])
      expect(valid({}, { ...who, [missing]: undefined })).toBe(false);
    expect(valid({ needsEmail: true }, who)).toBe(false);
    expect(valid({ needsAddress: true }, who)).toBe(false);
    expect(valid({ needsAddress: true }, { ...who, addressLineOne: '1', country: 'uk' })).toBe(true);
    expect(valid({}, { ...who, country: 'gb' })).toBe(false);
  });

  it('fold away what is not needed, and tick nothing by themselves', () => {
    const schema = JSON.parse(JSON.stringify(detailsSchema({ ...asking, avs: true })));
    const { properties } = schema.properties.customer;
    const folded = Object.keys(properties).filter((name) => properties[name]['x-folded'] === true);
    expect(folded).toEqual([
      ...['title', 'initials', 'suffix', 'homePhone', 'workPhone'],
      ...['addressLineOne', 'addressLineTwo', 'town', 'county', 'postcode', 'country'],
    ]);
    const questions = ['supplierMayWrite', 'partnerMayWrite', 'othersMayWrite'];
    expect(questions.map((name) => properties[name].default)).toEqual([false, false, false]);
    expect(properties.billingPostcode).toBeDefined();
    expect(JSON.stringify(detailsSchema({ ...asking, mayEditAddress: false }))).not.toContain(
      'addressLineOne',
    );
  });
});
