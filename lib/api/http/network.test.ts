import { describe, expect, it } from 'vitest';
import { clientFacts, clientIp, networkOf } from './network';

const forwarded = (value: string) => new Headers({ 'x-forwarded-for': value });

describe('clientIp', () => {
  it.each([
    ['203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9, 10.0.0.1', 1, '203.0.113.9'],
    ['203.0.113.9', 1, null],
    ['::ffff:203.0.113.9', 0, '203.0.113.9'],
    ['2001:db8::1', 0, '2001:db8::1'],
    ['not an address', 0, null],
    ['', 0, null],
  ])('of %j behind %i proxies is %s', (header, hops, ip) => {
    expect(clientIp(forwarded(header), hops)).toBe(ip);
  });
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    [null, 'unknown'],
  ])('%s is of %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('clientFacts', () => {
  it('cleans and bounds what a browser says of itself', () => {
    const headers = new Headers({ 'user-agent': `Mozilla\t${'x'.repeat(600)}é` });
    const { userAgent } = clientFacts(headers, 1);
    expect(userAgent).toMatch(/^Mozillax+$/);
    expect(userAgent).toHaveLength(512);
    expect(clientFacts(new Headers(), 1)).toEqual({ ip: null, userAgent: null, accept: null });
  });
});
