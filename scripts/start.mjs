// Runs the production build: `npm run build && npm start`. The environment is the configuration; see README.
import { existsSync } from 'node:fs';
import http from 'node:http';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const server = resolve(root, process.env.FOYER_BUILD ?? '.next/standalone', 'server.js');

if (!existsSync(server)) {
  console.error('There is no build yet. Run `npm run build` first.');
  process.exit(1);
}

// The standalone server changes into its own folder; a database path is meant from the project's.
const url = process.env.DATABASE_URL ?? 'file:./data/foyer.db';
if (url.startsWith('file:')) process.env.DATABASE_URL = `file:${resolve(root, url.slice('file:'.length))}`;

// Our own stop handler drains payments that are under way; Next's would cut them off.
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
process.env.NODE_ENV = 'production';
process.env.HOSTNAME ??= '0.0.0.0';
// Longer than proxies and browsers keep an idle connection: else one of them sends into a connection that just closed.
process.env.KEEP_ALIVE_TIMEOUT ??= '65000';

// Whoever reads the log may die before the shop does. Writing that this cannot be written would never end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const { createServer } = http;
const PLAIN = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
];

/** Next ends in a 500 over an address that it cannot decode. Encoded once more it is what it should be: unknown. */
const decodes = (url) => {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
};

/** How long somebody who was answered may go on sending the body of their request. */
const LINGER_MS = 2000;

const endUnless = (request, socket) => {
  if (!request.complete) socket.destroy();
};

http.createServer = (...args) => {
  const options = typeof args[0] === 'object' ? args.shift() : {};
  // Deadlines are looked at this often; by Node's own 30 seconds they would mean little.
  const server = createServer({ connectionsCheckingInterval: 2000, ...options }, ...args);
  // Headers and body of a request arrive within these, or the connection ends with a 408. Node allows five minutes,
  // in which one byte a second keeps a connection. Long answers, and a payment under way, are not concerned.
  server.headersTimeout = 10_000;
  server.requestTimeout = 15_000;
  server.prependListener('request', (request, response) => {
    // Also on what Next answers before any code of ours is asked; whoever sets them anew has the last word.
    for (const [name, value] of PLAIN) response.setHeader(name, value);
    if (!decodes(request.url)) request.url = request.url.replaceAll('%', '%25');
    // Next keeps a caller's own X-Forwarded-For, so anybody could choose the address that limits count. The
    // connection's address goes behind whatever came: TRUSTED_HOPS counts from there.
    const before = request.headers['x-forwarded-for'];
    const own = request.socket.remoteAddress ?? '';
    request.headers['x-forwarded-for'] = before ? `${before}, ${own}` : own;
    const { socket } = request;
    // Next takes in what follows an answer as long as it comes, into memory.
    response.once(
      'finish',
      () => request.complete || setTimeout(endUnless, LINGER_MS, request, socket).unref(),
    );
  });
  return server;
};

await import(pathToFileURL(server).href);
