import { isIPv4, isIPv6 } from 'node:net';
import type { ClientFacts } from '@/lib/checkout/model';

/**
 * The address our own proxies vouch for. The last entry of X-Forwarded-For is the connection's own address, which our
 * server writes itself; each trusted proxy in front stands for one more entry from the right. What stands left of
 * those anybody may write.
 */
export function clientIp(headers: Headers, hops: number): string | null {
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const address = chain.at(-(hops + 1)) ?? '';
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv4(bare) || isIPv6(bare) ? bare : null;
}

/** The /24 or /64 of an address: within those a caller changes address at will. */
export function networkOf(ip: string | null): string {
  if (ip === null) return 'unknown';
  if (isIPv4(ip)) return ip.split('.').slice(0, 3).join('.');
  return expand(ip).slice(0, 4).join(':');
}

/** What suppliers' fraud checks may be told of a browser: cleaned, since header values with odd characters break calls. */
export function clientFacts(headers: Headers, hops: number): ClientFacts {
  return {
    ip: clientIp(headers, hops),
    userAgent: printable(headers.get('user-agent')),
    accept: printable(headers.get('accept')),
  };
}

function printable(header: string | null): string | null {
  const text = (header ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 512);
  return text === '' ? null : text;
}

/** Eight groups, with `::` filled in. */
function expand(ip: string): string[] {
  const [left = '', right] = ip.toLowerCase().split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right ? right.split(':') : [];
  const gap = right === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...gap, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
}
