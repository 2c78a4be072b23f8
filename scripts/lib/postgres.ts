import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of a test's own, on loopback, with its data in a temporary folder. */
export interface Cluster {
  /** Of a role that may create databases. */
  readonly url: string;
  /** Makes an empty database; answers its address. */
  database(name: string): string;
  /** Goes away as for maintenance: connections are cut, nothing that was promised is lost. */
  halt(): void;
  /** Comes back at the same address. */
  resume(): void;
  /** Ends it and deletes its data. */
  remove(): void;
}

const OLDEST = 15;
const PATIENCE = ['-w', '-t', '60'] as const;

/** Starts a cluster; null, with a word about it, where there is no PostgreSQL 15 or later and none can be installed. */
export async function startPostgres(): Promise<Cluster | null> {
  const programs = findPrograms() ?? install();
  if (!programs) return null;
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
  if (user) execFileSync('chown', ['-R', user, folder]);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const as = (program: string, args: readonly string[]) => call(user, join(programs, program), args, folder);
  as('initdb', ['-D', data, '-U', 'foyer', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']);
  const port = await freePort();
  // Durable as in life: what a test's process was promised must survive the test's kill.
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=on -c max_connections=200`;
  const start = () =>
    as('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', settings, ...PATIENCE, 'start']);
  const halt = () => as('pg_ctl', ['-D', data, '-m', 'fast', ...PATIENCE, 'stop']);
  start();
  const remove = () => {
    if (existsSync(join(data, 'postmaster.pid'))) halt();
    rmSync(folder, { recursive: true, force: true });
  };
  // Whatever ends us, no server stays behind.
  process.once('exit', remove);
  const address = (name: string) => `postgres://foyer@127.0.0.1:${port}/${name}`;
  return {
    url: address('postgres'),
    database: (name) => {
      as('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'foyer', name]);
      return address(name);
    },
    halt,
    resume: start,
    remove,
  };
}

/** The folder with `initdb` and `pg_ctl`, of the newest version that is here. */
function findPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(debian, String(version), 'bin'));
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const all = [...folders, ...(asked.status === 0 ? [asked.stdout.trim()] : [])];
  return all.find((folder) => existsSync(join(folder, 'initdb')) && versionIn(folder) >= OLDEST) ?? null;
}

function versionIn(folder: string): number {
  const said = spawnSync(join(folder, 'initdb'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(said.stdout ?? '')?.[1] ?? 0);
}

/** On Debian and as root, PostgreSQL is one package away. */
function install(): string | null {
  const root = process.getuid?.() === 0;
  const apt = spawnSync('apt-get', ['--version']).status === 0;
  if (!root || !apt) {
    console.error('No PostgreSQL 15 or later here: what needs one is skipped.');
    return null;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'];
  spawnSync('apt-get', args, { stdio: 'ignore', env });
  const found = findPrograms();
  if (!found) console.error('PostgreSQL could not be installed: what needs one is skipped.');
  return found;
}

/** PostgreSQL refuses to run as root. Null when we are nobody special ourselves. */
function ordinaryUser(): string | null {
  if (process.getuid?.() !== 0) return null;
  return spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
}

function call(user: string | null, program: string, args: readonly string[], cwd: string): void {
  const [command, all] = user
    ? ['setpriv', ['--reuid', user, '--regid', group(user), '--clear-groups', program, ...args]]
    : [program, [...args]];
  // The server that `pg_ctl` leaves behind must not hold our pipes open, so it gets none.
  const done = spawnSync(command, all, { cwd, stdio: 'ignore', env: process.env });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${done.status}`);
}

function group(user: string): string {
  return spawnSync('id', ['-gn', user], { encoding: 'utf8' }).stdout.trim();
}

/** Below the range that the kernel hands out for outgoing connections, so that it is still ours after a halt. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 17_000 + Math.floor(Math.random() * 14_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
