import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { CallRecord } from '@/lib/checkout/supplier';
import { createHttp, type HttpCall, type HttpDeps } from '.';

/** What a server does with request number `count`. */
export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const closers: (() => void)[] = [];

/** Closes every server that was opened, with its connections. */
export function closeAll(): void {
  for (const close of closers.splice(0)) close();
}

afterEach(closeAll);

/** A server of this test's own, a client for it, and what the client recorded. */
export async function lab(handler: Handler, deps: Partial<HttpDeps> = {}) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    handler(request, response, seen.length);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, ...client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, deps) };
}

/** A client for an address, with no pause between tries worth waiting for. */
export function client(baseUrl: string, deps: Partial<HttpDeps> = {}) {
  const records: CallRecord[] = [];
  const tries: string[] = [];
  const http = createHttp({
    now: () => 1000,
    random: () => 0,
    onTry: ({ system, name, outcome }) => void tries.push(`${system} ${name} ${outcome}`),
    ...deps,
  })({ system: 'lab', baseUrl, headers: { key: 'secret-key' } });
  const ctx = {
    traceId: 'a'.repeat(32),
    locale: 'en',
    record: (record: CallRecord) => void records.push(record),
  };
  const call = (over: Partial<HttpCall> = {}) =>
    http.call(ctx, { name: 'read', method: 'GET', path: '/x', kind: 'payment', repeat: 'always', ...over });
  return { call, records, tries };
}

/** Answers with these statuses, the last one for ever. */
export const status =
  (...codes: number[]): Handler =>
  (_request, response, count) => {
    response.statusCode = codes[Math.min(count, codes.length) - 1] ?? 200;
    response.end('{"ok":true}');
  };
