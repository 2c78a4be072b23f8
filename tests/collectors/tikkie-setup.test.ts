import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { account } from '@/lib/collectors/tikkie/account';
import type { TikkieV1 } from '@/lib/collectors/tikkie/config';
import { setUp, type Wish } from '@/lib/collectors/tikkie/setup';
import { TIKKIE } from '@/sandbox/core/secrets';
import { parseEnvText } from '@/scripts/lib/env-file';
import { sandboxEnvAt } from '@/scripts/lib/sandbox-env';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { counter } from './tikkie-counter';

let sandbox: TestSandbox;
const folder = mkdtempSync(join(tmpdir(), 'foyer-tikkie-'));
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** Of the developer who has just signed up, or of the shop. */
function setUpAs(apiKey: string, wish: Wish) {
  const { ctx, now, deps, settings } = counter(sandbox, 1);
  const signer = { ...(settings as TikkieV1), apiKey };
  const http = deps.http({ system: 'tikkie', baseUrl: signer.url, headers: { 'api-key': apiKey } });
  return setUp(account(http, signer, now, ctx), wish);
}

const USER = { name: 'Ada Byron', phoneNumber: '0612345678', iban: 'NL91ABNA0417164300' };
const WISH: Wish = { platform: 'Matinee', phoneNumber: '0612345678', user: USER };

describe('setting up', () => {
  it('makes what is not there, and finds it the next time', async () => {
    const first = await setUpAs(TIKKIE.newApiKey, WISH);
    if (!first.ok) throw new Error(first.why);
    expect(first.notes[0]).toContain('Made');
    expect(first.notes.join()).not.toContain(USER.iban);
    const again = await setUpAs(TIKKIE.newApiKey, { user: {} });
    expect(again).toMatchObject({ ok: true, variables: first.variables });
    expect(
      (await sandbox.ledger()).calls.filter(({ method, status }) => method === 'POST' && status === 201),
    ).toHaveLength(2);
  });

  it('says so when a third platform is wanted', async () => {
    await setUpAs(TIKKIE.newApiKey, WISH);
    await setUpAs(TIKKIE.newApiKey, { ...WISH, platform: 'Soiree' });
    const third = await setUpAs(TIKKIE.newApiKey, { ...WISH, platform: 'Encore' });
    expect(third).toEqual({ ok: false, why: expect.stringMatching(/two platforms.*“Matinee” and “Soiree”/) });
  });

  it('says who adds users in production', async () => {
    await sandbox.action('tikkie', 'settings', 'all', { production: true });
    const refused = await setUpAs(TIKKIE.newApiKey, WISH);
    expect(refused).toEqual({ ok: false, why: expect.stringContaining('Tikkie Business Support') });
  });

  it('asks for what it needs to make something', async () => {
    expect(await setUpAs(TIKKIE.newApiKey, { user: {} })).toMatchObject({
      ok: false,
      why: expect.stringContaining('--platform'),
    });
    expect(await setUpAs('nobody', WISH)).toMatchObject({
      ok: false,
      why: expect.stringContaining('ERR_2005_001'),
    });
  });
});

describe('npm run tikkie', () => {
  function run(args: readonly string[], over: Record<string, string> = {}) {
    const env = sandboxEnvAt(sandbox.running.ports.control, over);
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/tikkie.ts', ...args],
      { env },
    );
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += String(chunk)));
    return new Promise<{ code: number | null; out: string }>((end) =>
      child.once('close', (code) => end({ code, out })),
    );
  }

  it('keeps what it found in a file of one’s own, and shows it shortened', async () => {
    const file = join(folder, 'found.env');
    const { code, out } = await run(['setup', '--to', file]);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(parseEnvText(readFileSync(file, 'utf8'))).toMatchObject({
      TIKKIE_PLATFORM_TOKEN: TIKKIE.platformToken,
      TIKKIE_USER_TOKEN: TIKKIE.userToken,
      TIKKIE_BANK_ACCOUNT_TOKEN: TIKKIE.bankAccountToken,
      TIKKIE_PAYEE: 'Foyer Tickets B.V.',
    });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(out).toContain('TIKKIE_PLATFORM_TOKEN=7a11c0…');
    for (const secret of [TIKKIE.apiKey, TIKKIE.platformToken, TIKKIE.userToken])
      expect(out).not.toContain(secret);
  });

  it('makes an app of version 2', async () => {
    const file = join(folder, 'app.env');
    const { code, out } = await run(['setup', '--to', file], { TIKKIE_VERSION: '2' });
    expect(code).toBe(0);
    const token = parseEnvText(readFileSync(file, 'utf8')).TIKKIE_APP_TOKEN ?? '';
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(out).not.toContain(token);
  });

  it('lists 250 requests, of all pages', async () => {
    await sandbox.action('tikkie', 'history', 'all', { count: 250, paid: true });
    const { code, out } = await run([
      'requests',
      '--from',
      new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    ]);
    expect(code).toBe(0);
    expect(out).toContain('250 payment requests');
    expect(out.match(/EARLIER-\d+ {2}€10\.\d\d {2}paid €10\.\d\d {2}open/g)?.length).toBeGreaterThan(90);
  });

  it('says how it is used, and overwrites nothing', async () => {
    expect(await run([])).toMatchObject({ code: 1, out: expect.stringContaining('npm run tikkie -- setup') });
    const file = join(folder, 'found.env');
    expect(existsSync(file)).toBe(true);
    expect(await run(['setup', '--to', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('--to'),
    });
  });
});
