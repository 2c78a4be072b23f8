import { describe, expect, it } from 'vitest';
import { client, closeAll, type Handler, lab, status } from './lab.test-support';

describe('an answer', () => {
  it('comes with status, headers and text, whatever the status', async () => {
    const { call, records, tries, seen } = await lab(status(404));
    const answer = await call({ query: { secret: 'q' } });
    expect(answer).toMatchObject({ kind: 'answered', status: 404, text: '{"ok":true}' });
    expect(records).toMatchObject([
      { name: 'read', method: 'GET', path: '/x', status: 404, outcome: 'refused', at: 1000 },
    ]);
    expect(tries).toEqual(['lab read refused']);
    expect(seen[0]?.headers.key).toBe('secret-key');
    expect(seen[0]?.headers.traceparent).toMatch(/^00-a{32}-[0-9a-f]{16}-01$/);
    expect(JSON.stringify(records)).not.toContain('secret');
  });

  it('carries JSON and forms out', async () => {
    const bodies: string[] = [];
    const { call, seen } = await lab((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        bodies.push(body);
        response.end();
      });
    });
    await call({ method: 'POST', body: { json: { a: 'é' } } });
    await call({
      method: 'POST',
      body: {
        form: [
          ['b', '1 2'],
          ['a', '&'],
          ['b', '3'],
        ],
      },
    });
    expect(bodies).toEqual(['{"a":"é"}', 'b=1+2&a=%26&b=3']);
    expect(seen[1]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('of a redirect is the redirect', async () => {
    const { call, seen } = await lab((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:9/evil' }).end();
    });
    expect(await call()).toMatchObject({ kind: 'answered', status: 302 });
    expect(seen).toHaveLength(1);
  });

  it('survives headers that no wire can carry', async () => {
    const { call, seen } = await lab(status(200));
    await call({ headers: { 'x-agent': 'a\r\nb: c\0', 'x-name': '名前', 'x-long': 'y'.repeat(9999) } });
    expect(seen[0]?.headers['x-agent']).toBe('ab: c');
    expect(seen[0]?.headers['x-name']).toBeUndefined();
    expect(seen[0]?.headers['x-long']).toHaveLength(2048);
  });
});

describe('repeats', () => {
  it('asks again twice where that is safe', async () => {
    const { call, seen, records } = await lab(status(500, 503, 200));
    expect(await call()).toMatchObject({ kind: 'answered', status: 200 });
    expect(seen).toHaveLength(3);
    expect(records.map((record) => record.status)).toEqual([500, 503, 200]);
  });

  it('hands the last refusal back', async () => {
    const { call, seen } = await lab(status(502));
    expect(await call()).toMatchObject({ kind: 'answered', status: 502 });
    expect(seen).toHaveLength(3);
  });

  it('never repeats what may have been done', async () => {
    const drop = await lab((request) => void request.socket.destroy());
    expect(await drop.call({ method: 'POST', repeat: 'unsent' })).toEqual({
      kind: 'lost',
      why: 'connection',
    });
    expect(drop.seen).toHaveLength(1);
    const error = await lab(status(500));
    expect(await error.call({ method: 'POST', repeat: 'unsent' })).toMatchObject({
      kind: 'answered',
      status: 500,
    });
    expect(error.seen).toHaveLength(1);
  });

  it('repeats a lost answer where that is safe', async () => {
    const { call, seen } = await lab((request, response, count) => {
      if (count < 3) request.socket.destroy();
      else response.end('{}');
    });
    expect(await call()).toMatchObject({ kind: 'answered', status: 200 });
    expect(seen).toHaveLength(3);
  });

  it('does not repeat an answer about the request itself', async () => {
    const { call, seen } = await lab(status(400));
    await call();
    expect(seen).toHaveLength(1);
  });

  it('waits as long as it was asked to, within the deadline', async () => {
    const busy =
      (seconds: string): Handler =>
      (_request, response, count) => {
        if (count === 1) response.writeHead(429, { 'retry-after': seconds }).end();
        else response.end('{}');
      };
    const soon = await lab(busy('1'));
    const began = performance.now();
    expect(await soon.call({ deadlineMs: 3000 })).toMatchObject({ status: 200 });
    expect(performance.now() - began).toBeGreaterThan(950);
    const late = await lab(busy('60'));
    expect(await late.call({ deadlineMs: 3000 })).toMatchObject({ status: 429 });
    expect(late.seen).toHaveLength(1);
  });
});

describe('what surely never arrived', () => {
  it('is unsent, and repeated in both tables', async () => {
    for (const repeat of ['always', 'unsent'] as const) {
      const { call, records } = client('http://127.0.0.1:39917');
      expect(await call({ method: 'POST', repeat })).toEqual({ kind: 'unsent', why: 'refused' });
      expect(records.map(({ outcome }) => outcome)).toEqual(['unsent', 'unsent', 'unsent']);
    }
  });

  it('covers both addresses of a name, and names that do not exist', async () => {
    expect(await client('http://localhost:39917').call()).toEqual({ kind: 'unsent', why: 'refused' });
    expect(await client('http://no-such-host.invalid').call()).toEqual({
      kind: 'unsent',
      why: 'no_such_host',
    });
  });

  it('is lost once an earlier try may have arrived', async () => {
    const { call } = await lab((request, _response, count) => {
      request.socket.destroy();
      if (count === 1) closeAll();
    });
    expect(await call()).toMatchObject({ kind: 'lost' });
  });
});
