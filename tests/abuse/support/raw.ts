import http from 'node:http';
import { connect } from 'node:net';
import type { Program } from './program';

/** What came back, and after how long. */
export interface Timed {
  readonly status: number;
  readonly text: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly ms: number;
}

export interface Stream {
  readonly method?: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes altogether, sent as fast as they are taken. */
  readonly bytes: number;
  /** Says its length before, or comes in chunks. */
  readonly chunked: boolean;
}

/** Sends a long body and answers what came back first; what is not taken by then is not sent. */
export function pour(
  shop: Program,
  { method = 'POST', path, headers, bytes, chunked }: Stream,
): Promise<Timed> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const length = chunked ? {} : { 'content-length': String(bytes) };
    const request = http.request(`${shop.origin}${path}`, { method, headers: { ...headers, ...length } });
    let answered = false;
    request.on('error', (error) => answered || reject(error));
    request.on('response', (response) => {
      answered = true;
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('close', () => request.destroy());
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          headers: response.headers,
          ms: performance.now() - began,
        }),
      );
    });
    const chunk = Buffer.alloc(64 * 1024, 'a');
    let left = bytes;
    const more = () => {
      while (left > 0 && !answered && !request.destroyed) {
        left -= chunk.length;
        if (!request.write(left < 0 ? chunk.subarray(0, chunk.length + left) : chunk)) {
          request.once('drain', more);
          return;
        }
      }
      if (!request.destroyed) request.end();
    };
    more();
  });
}

/** Writes bytes as they are, then one more each second, until the server answers or hangs up. */
export function drip(shop: Program, head: string, dripping = true): Promise<{ text: string; ms: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(shop.port, '127.0.0.1', () => socket.write(Buffer.from(head, 'latin1')));
    let text = '';
    const timer = dripping ? setInterval(() => socket.write('a'), 1000) : undefined;
    const done = () => {
      clearInterval(timer);
      socket.destroy();
      resolve({ text, ms: performance.now() - began });
    };
    socket.on('data', (part) => {
      text += part.toString('latin1');
      if (text.includes('\r\n\r\n')) done();
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}
