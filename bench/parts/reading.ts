import { hold } from '../buy/through';
import { tickittoWay } from '../buy/tickitto';
import { load } from '../measure/load';
import { SHOP } from '../stage';
import { table } from '../text';
import { Visitor } from '../visitor';

const LANES = 16;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);

/** A call that has to be answered well. */
export const reader = (visitor: Visitor, path: string, headers?: Record<string, string>) => async () => {
  const answer = await visitor.call('GET', path, undefined, headers);
  await answer.arrayBuffer();
  return answer.ok || answer.status === 304;
};

/** A visitor with a held checkout. */
export async function holder(): Promise<{ visitor: Visitor; id: string }> {
  const visitor = new Visitor(SHOP);
  const way = tickittoWay();
  return { visitor, id: await hold(visitor, way, await way.choose(visitor)) };
}

/** Reading a checkout, as a call and as a page, beside an empty route handler and an empty page. */
export async function reading(): Promise<string> {
  const { visitor, id } = await holder();
  const path = `/api/checkouts/${id}`;
  const etag = (await visitor.call('GET', path)).headers.get('etag') ?? '';
  const asked: readonly (readonly [string, () => Promise<boolean>])[] = [
    ['an empty route handler (`/api/health`)', reader(visitor, '/api/health')],
    ['reading a checkout (`/api/checkouts/{id}`)', reader(visitor, path)],
    ['the same, unchanged (304)', reader(visitor, path, { 'if-none-match': etag })],
    ['an empty page (`/terms`)', reader(visitor, '/terms')],
    ['the checkout’s page', reader(visitor, `/checkout/${id}`)],
  ];
  const rows: (readonly (string | number)[])[] = [];
  for (const [name, work] of asked) {
    await load(1, LANES, work);
    const { perSecond, p50, p99, failed } = await load(SECONDS, LANES, work);
    rows.push([name, perSecond, p50, p99, String(failed)]);
  }
  return `## Reading

${LANES} callers at once, for ${SECONDS} seconds each after a second to warm up.

${table(['', 'a second', 'p50, ms', 'p99, ms', 'failed'], rows)}`;
}
