import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bytesOf, launch } from './bytes';
import { batch, load } from './load';
import { type Results, report } from './report';
import { commitToScreen } from './screen';
import { hold, payFor, untilBooked, Visitor } from './shop';
import { soak } from './soak';
import { openStage, SHOP, STRIPE } from './stage';
import { straightPurchase } from './straight';
import { waitTogether } from './waiting';

/**
 * Measures the production build against the sandbox, with its baselines in the same run, and writes
 * docs/benchmarks.md. Load and shop share this machine: read the figures as ratios. `npm run build` first.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const stage = await openStage();
const browser = await launch();
try {
  const visitor = new Visitor(SHOP);
  const { id } = await hold(visitor, 'T103');
  const get = (path: string) => async () => {
    const answer = await visitor.call('GET', path);
    await answer.arrayBuffer();
    return answer.ok;
  };
  const idle = await stage.memory();
  const reads = {
    'an empty route handler (`/api/health`)': await load(seconds, 16, get('/api/health')),
    'reading a checkout (`/api/checkouts/{id}`)': await load(seconds, 16, get(`/api/checkouts/${id}`)),
    'an empty page (`/terms`)': await load(seconds, 16, get('/terms')),
    'the checkout’s page': await load(seconds, 16, get(`/checkout/${id}`)),
  };
  const purchase = async () => {
    const begun = performance.now();
    const buyer = new Visitor(SHOP);
    const checkout = await hold(buyer, 'T103');
    await untilBooked(buyer, checkout.id, await payFor(buyer, checkout.id, STRIPE));
    return performance.now() - begun;
  };
  await purchase();
  const purchases = {
    'through Foyer, one at a time': await batch(10, 1, purchase),
    'straight to the sandbox, one at a time': await batch(10, 1, () => straightPurchase('T103')),
    'through Foyer, 8 at once': await batch(48, 8, purchase),
    'straight to the sandbox, 8 at once': await batch(48, 8, () => straightPurchase('T103')),
  };
  const waiting = await waitTogether(1000, 100, 30);
  const screen = await batch(8, 1, () => commitToScreen(browser));
  const paying = await hold(visitor, 'T103');
  await visitor.call(
    'POST',
    `/api/checkouts/${paying.id}/attempts`,
    { option: 'tickitto.stripe' },
    { 'idempotency-key': 'bench-bytes' },
  );
  const { attempt } = (await (await visitor.call('GET', `/api/checkouts/${paying.id}`)).json()) as {
    attempt?: { id: string };
  };
  const cookie = visitor.cookies();
  const bytes = [
    await bytesOf(browser, 'an empty page (`/terms`)', '', '/terms'),
    await bytesOf(browser, 'shop', '', '/'),
    await bytesOf(browser, 'event', '', '/events/tickitto/T103'),
    await bytesOf(browser, 'checkout, before a method is chosen', cookie, `/checkout/${id}`),
    await bytesOf(
      browser,
      'paying by card (Stripe’s own script comes beside it)',
      cookie,
      `/checkout/${paying.id}/pay/${attempt?.id}`,
    ),
  ];
  const loaded = await stage.memory();
  const rounds = await soak(
    3,
    { read: get(`/api/checkouts/${id}`), page: get(`/checkout/${id}`), purchase },
    stage.memory,
  );
  const results: Results = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
    coldStartMs: stage.coldStartMs,
    memory: { idle, loaded, rounds },
    reads,
    purchases,
    waiting,
    screen,
    bytes,
  };
  const text = report(results);
  writeFileSync('docs/benchmarks.md', text);
  console.log(text);
} finally {
  await browser.close();
  await stage.close();
}
