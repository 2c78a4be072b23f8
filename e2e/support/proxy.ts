import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where shops listen, also those that a test starts for itself. The sandbox is at 127.0.0.1. */
const SHOP_HOST = 'localhost';

/** A way to the shop on which whoever takes it comes from one address. */
export interface Proxy {
  /** For a browser's or a context's `proxy`. */
  readonly settings: { readonly server: string; readonly bypass: string };
  close(): Promise<void>;
}

/**
 * The operator's own proxy, as far as visitors notice it: to shops only, which are told the address.
 * Not done by intercepting requests in the browser, which turns its cache off and costs more than the pages do.
 */
export async function proxyFrom(address: string): Promise<Proxy> {
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    if (url.hostname !== SHOP_HOST) {
      response.writeHead(502).end();
      return;
    }
    const { method, headers } = request;
    const forwarded = http.request(url, {
      method,
      agent,
      headers: { ...headers, 'x-forwarded-for': address },
    });
    forwarded.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    // A shop that is gone is a connection that fails, not a page about a proxy.
    forwarded.on('error', () => request.socket.destroy());
    response.on('close', () => forwarded.destroy());
    request.pipe(forwarded);
  });
  // Playwright's own requests want a tunnel: what comes through it is heard here too.
  server.on('connect', (request, socket) => {
    if (!request.url?.startsWith(`${SHOP_HOST}:`)) return socket.destroy();
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.emit('connection', socket);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    // Chromium asks this machine directly unless it is told otherwise.
    settings: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>,127.0.0.1' },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}
