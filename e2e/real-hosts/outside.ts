import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate';
import { inLife, inSandbox, providerAt, SHOP } from './names';

/** Every host of the internet, as far as this project knows it. */
export interface Outside {
  readonly port: number;
  /** Requests to hosts that nobody here answers for: the shop's own process finds them here, whatever their name. */
  readonly strangers: readonly string[];
  close(): Promise<void>;
}

interface Homes {
  /** Where the shop's process listens. */
  readonly shopPort: number;
  /** The sandbox's control port. */
  readonly base: number;
}

/** Hops that a proxy does not hand on. */
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/**
 * Answers over TLS under the shop's and the providers' own names: hands each request to the process behind it, and puts
 * the providers' names where a sandbox says its port.
 */
export async function openOutside(certificate: Certificate, homes: Homes): Promise<Outside> {
  const strangers: string[] = [];
  const server = createServer(certificate, (incoming, outgoing) => {
    const host = incoming.headers.host ?? '';
    const provider = providerAt(host);
    if (host === new URL(SHOP).host) return handOn(incoming, outgoing, homes.shopPort, plainly(incoming));
    if (!provider) {
      strangers.push(`${incoming.method} https://${host}${incoming.url?.split('?')[0]}`);
      return outgoing.writeHead(502).end();
    }
    const port = homes.base + provider.offset;
    if (provider.goesBy === undefined) return handOn(incoming, outgoing, port, plainly(incoming));
    const told = Object.entries(incoming.headers).map(
      ([name, value]) => [name, inSandbox(String(value), homes.base)] as const,
    );
    const headers = { ...Object.fromEntries(told), host: `127.0.0.1:${port}`, 'accept-encoding': 'identity' };
    return handOn(incoming, outgoing, port, headers, (text) => inLife(text, homes.base));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    strangers,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** As a proxy in front of a shop does it. */
function plainly({ headers, socket }: IncomingMessage): Record<string, string | string[] | undefined> {
  return { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': socket.remoteAddress };
}

function handOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  headers: Record<string, string | string[] | undefined>,
  rename?: (text: string) => string,
): void {
  const { method, url } = incoming;
  const inner = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => !HOP.has(name));
    const named = kept.map(([name, value]) => [
      name,
      typeof value === 'string' && rename ? rename(value) : value,
    ]);
    outgoing.writeHead(answer.statusCode ?? 502, Object.fromEntries(named));
    const text = /text|json|javascript|xml/.test(answer.headers['content-type'] ?? '');
    if (!rename || !text) return answer.pipe(outgoing);
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    return answer.on('end', () => outgoing.end(rename(Buffer.concat(parts).toString())));
  });
  inner.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  incoming.pipe(inner);
}
