import { describe, expect, it } from 'vitest';
import { createLog, type LogFields } from '.';

function listen() {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } });
  return {
    log,
    text: () => lines.join(''),
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

describe('the log', () => {
  it('writes one JSON line an event', () => {
    const { log, last } = listen();
    log.event('payment.returned', { checkoutId: 'co_1', ms: 12, route: '/return/[token]', status: 303 });
    expect(last()).toMatchObject({
      level: 'info',
      event: 'payment.returned',
      checkoutId: 'co_1',
      ms: 12,
      route: '/return/[token]',
      status: 303,
    });
  });

  it('drops what is not on the list, and says so', () => {
    const { log, last } = listen();
    log.event('x.y', { email: 'canary@example.com', checkoutId: 'co_1' } as LogFields);
    expect(last()).toMatchObject({ checkoutId: 'co_1', dropped: ['email'] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a token where a code belongs', { code: 'tok_canary' }],
    ['a client secret', { reference: 'pi_1_secret_canary' }],
    ['a key', { code: 'sk_test_canary' }],
    ['a signed link', { reference: 'eyJhbGciOiJIUzI1NiJ9.canary.canary' }],
    ['a path that was asked for', { route: '/return/6AhCanaryCanaryCanary1' }],
    ['a query', { route: '/lookup?name=canary' }],
    ['a name', { supplier: 'Canary Smith' }],
    ['a mail address', { checkoutId: 'canary@example.com' }],
    ['an object', { outcome: { card: 'canary' } }],
    ['a list', { from: ['canary'] }],
    ['a line break', { to: 'held\ncanary' }],
    ['a name used as a key', { 'canary smith': 1 }],
    ['an inherited key', { constructor: 'canary' }],
    ['something too long', { checkoutId: `canary${'x'.repeat(200)}` }],
  ])('drops %s', (_what, fields) => {
    const { log, text } = listen();
    log.warn('x.y', fields as LogFields);
    expect(text()).not.toContain('anary');
    expect(text()).toContain('"dropped"');
  });

  it('writes no text as the name of an event', () => {
    const { log, text } = listen();
    log.event('Canary Smith paid');
    expect(text()).not.toContain('Canary');
  });

  it('keeps name, code, frames and causes of an error, and none of its words', () => {
    const { log, text, last } = listen();
    const cause = Object.assign(new Error('canary-cause'), { code: 'ECONNRESET' });
    const error = Object.assign(new TypeError('canary-message\n    at canary (canary.ts:1:1)', { cause }), {
      code: 'fetch_failed',
    });
    log.fault('call.broke', error, { supplier: 'tickitto' });
    expect(text()).not.toContain('canary');
    expect(last()).toMatchObject({
      level: 'error',
      error: 'TypeError',
      code: 'fetch_failed',
      causes: ['Error ECONNRESET'],
      supplier: 'tickitto',
    });
    expect(String(last().stack)).toContain('log.test.ts');
  });

  it.each([['canary'], [{ canary: 1 }], [undefined], [null]])('survives %j thrown', (thrown) => {
    const { log, text } = listen();
    log.fault('x.y', thrown);
    expect(text()).not.toContain('canary');
  });

  it('leaves the words of JSON.parse out, which quotes its input', () => {
    const { log, text } = listen();
    try {
      JSON.parse('{"card":"canary"');
    } catch (error) {
      log.fault('x.y', error);
    }
    expect(text()).toContain('SyntaxError');
    expect(text()).not.toContain('canary');
  });
});
