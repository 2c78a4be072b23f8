import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CallContext } from '@/lib/checkout/supplier';
import { apiOf } from '@/lib/collectors/tikkie';
import { account, makeApp } from '@/lib/collectors/tikkie/account';
import { config, connection } from '@/lib/collectors/tikkie/config';
import { requestsIn } from '@/lib/collectors/tikkie/request';
import { no, type SetUp, setUp } from '@/lib/collectors/tikkie/setup';
import { createHttp } from '@/lib/platform/http';
import { sandboxEnv } from './lib/sandbox-env';
import { dayOf, line, namesOf } from './lib/tikkie-text';

const USE = `npm run tikkie -- setup [--platform NAME] [--user NAME] [--phone 0612345678] [--iban NL…] [--to FILE]
npm run tikkie -- requests [--from 2026-11-01] [--to 2026-11-30]

Both take what is set in the environment; --sandbox takes the sandbox’s. setup keeps in FILE (.env.tikkie) what is to be set.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sandbox: { type: 'boolean', default: false },
    platform: { type: 'string' },
    user: { type: 'string' },
    phone: { type: 'string' },
    iban: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
});

const env = values.sandbox ? sandboxEnv() : process.env;
const now = () => Date.now();
const deps = { now, http: createHttp({ now }) };
const ctx: CallContext = {
  traceId: randomBytes(16).toString('hex'),
  locale: 'en',
  record: () => undefined,
};

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

function parsed<T>(result: { success: true; data: T } | { success: false; error: { issues: Issues } }): T {
  if (result.success) return result.data;
  fail(result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
}
type Issues = readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

async function makeOrFind(): Promise<SetUp> {
  const given = parsed(connection.safeParse(env));
  const { TIKKIE_API_KEY: apiKey, TIKKIE_PRIVATE_KEY: privateKey, TIKKIE_URL: url } = given;
  if (!apiKey) fail('Set TIKKIE_API_KEY first: it comes from your app at developer.abnamro.com.');
  const http = deps.http({ system: 'tikkie', baseUrl: url, headers: { 'api-key': apiKey } });
  if (given.TIKKIE_VERSION === '2') {
    const made = await makeApp(http, ctx);
    if (made.kind === 'ok')
      return {
        ok: true,
        notes: ['Made an app.'],
        variables: { TIKKIE_VERSION: '2', TIKKIE_APP_TOKEN: made.value.appToken },
      };
    const { why } = no('No app could be made', made);
    return { ok: false, why: `${why} In production app tokens come from Tikkie’s business portal.` };
  }
  if (!privateKey) fail('Set TIKKIE_PRIVATE_KEY first: ABN AMRO has its public half, by mail.');
  const signer = { url, apiKey, privateKey, audience: given.TIKKIE_AUDIENCE };
  const { platform, user: name, phone: phoneNumber, iban } = values;
  return setUp(account(http, signer, now, ctx), { platform, phoneNumber, user: { name, phoneNumber, iban } });
}

async function setup(): Promise<void> {
  const done = await makeOrFind();
  if (!done.ok) fail(done.why);
  for (const note of done.notes) console.log(note);
  const file = values.to ?? '.env.tikkie';
  try {
    // Never over what somebody keeps there.
    writeFileSync(file, namesOf(done.variables, 'in full'), { mode: 0o600, flag: 'wx' });
  } catch {
    fail(`${file} is there already, or cannot be written: name another with --to.`);
  }
  console.log(
    `\nPut this into the environment; ${file} has it in full:\n\n${namesOf(done.variables, 'shortened')}`,
  );
}

async function requests(): Promise<void> {
  const settings = parsed(config.safeParse({ ...env, COLLECTORS: 'tikkie' }));
  if (settings === null) return;
  const from = values.from === undefined ? undefined : dayOf(values.from, 'first');
  const to = values.to === undefined ? undefined : dayOf(values.to, 'last');
  if (from === null || to === null) fail(`Days are written 2026-11-30.\n\n${USE}`);
  const reply = await requestsIn(apiOf(settings, deps), ctx, { from, to });
  if (reply.kind !== 'ok') fail(no('The requests could not be read', reply).why);
  for (const row of reply.value) console.log(line(row));
  console.log(`${reply.value.length} payment requests`);
}

const [command] = positionals;
if (command === 'setup') await setup();
else if (command === 'requests') await requests();
else fail(USE);
