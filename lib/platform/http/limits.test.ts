import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createHttp, type HttpCall } from '.';
import { lab } from './lab.test-support';

describe('limits', () => {
  it('ends at the deadline, before an answer and in the middle of one', async () => {
    const silent = await lab(() => undefined);
    const began = performance.now();
    expect(await silent.call({ deadlineMs: 200 })).toEqual({ kind: 'lost', why: 'deadline' });
    expect(performance.now() - began).toBeLessThan(1500);
    const drip = await lab((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await drip.call({ deadlineMs: 300 })).toEqual({ kind: 'lost', why: 'deadline' });
  });

  it('fits all tries into one deadline', async () => {
    const { call, seen } = await lab((_request, response, count) => {
      if (count === 1) response.writeHead(503).end();
    });
    const began = performance.now();
    expect(await call({ deadlineMs: 500 })).toEqual({ kind: 'lost', why: 'deadline' });
    expect(performance.now() - began).toBeLessThan(1500);
    expect(seen).toHaveLength(2);
  });

  it.each([
    ['payment', 2],
    ['catalogue', 16],
  ] as const)('reads a %s answer up to %i MB', async (kind, megabytes) => {
    const size = megabytes * 1024 * 1024;
    const { call, seen } = await lab((_request, response, count) => {
      response.end(Buffer.alloc(count === 1 ? size : size + 1, 32));
    });
    expect(await call({ kind })).toMatchObject({ kind: 'answered' });
    expect(await call({ kind })).toEqual({ kind: 'lost', why: 'too_large' });
    expect(seen).toHaveLength(2);
  });

  it('counts what a packed answer unpacks to', async () => {
    const packed = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const { call } = await lab((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    expect(await call()).toEqual({ kind: 'lost', why: 'too_large' });
  });

  it('takes an answer that breaks off for lost', async () => {
    const { call } = await lab((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half"', () => response.destroy());
    });
    expect(await call({ repeat: 'unsent' })).toEqual({ kind: 'lost', why: 'connection' });
  });
});

describe('the breaker', () => {
  const breaker = { after: 3, restMs: 300 };

  it('opens on faults in a row, lets one through after a rest, and closes', async () => {
    let healthy = false;
    const { call, seen } = await lab(
      (_request, response) => void response.writeHead(healthy ? 200 : 503).end(),
      { breaker },
    );
    expect(await call()).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(3);
    expect(await call({ method: 'POST', repeat: 'unsent' })).toEqual({ kind: 'unsent', why: 'circuit_open' });
    expect(seen).toHaveLength(3);
    await new Promise((wake) => setTimeout(wake, 320));
    healthy = true;
    const both = await Promise.all([call(), call()]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['answered', 'unsent']);
    expect(await call()).toMatchObject({ status: 200 });
  });

  it('is not opened by refusals, plain errors or answers too long', async () => {
    const { call } = await lab(
      (_request, response, count) => {
        if (count % 3 === 0) response.end(Buffer.alloc(3 * 1024 * 1024));
        else response.writeHead(count % 3 === 1 ? 500 : 422).end();
      },
      { breaker },
    );
    for (let times = 0; times < 9; times += 1) {
      const answer = await call({ repeat: 'unsent' });
      expect(answer).not.toMatchObject({ why: 'circuit_open' });
    }
  });

  it('is shared by the clients of one system and no others', async () => {
    const make = createHttp({ now: () => 0, random: () => 0, breaker: { after: 2, restMs: 60_000 } });
    const ctx = { traceId: 'x', locale: 'en', record: () => undefined };
    const call: HttpCall = { name: 'read', method: 'GET', path: '/x', kind: 'payment', repeat: 'always' };
    const ask = (system: string) => make({ system, baseUrl: 'http://127.0.0.1:39917' }).call(ctx, call);
    expect(await ask('one')).toMatchObject({ why: 'circuit_open' });
    expect(await ask('one')).toMatchObject({ why: 'circuit_open' });
    expect(
      await make({ system: 'two', baseUrl: 'http://127.0.0.1:39917' }).call(ctx, {
        ...call,
        deadlineMs: 100,
      }),
    ).toMatchObject({
      why: 'refused',
    });
  });
});
