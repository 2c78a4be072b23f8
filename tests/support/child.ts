import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What has parts that are no JavaScript, or looks for them. */
const NATIVE = ['better-sqlite3', 'pg', 'pg-native'];

/** Bundles a TypeScript program and its packages into one file: many processes start from it, and each reads just that. */
export async function programOf(entry: string): Promise<string> {
  const outfile = `${ROOT}node_modules/.cache/foyer/${process.pid}-${entry.replaceAll('/', '-')}.cjs`;
  await build({
    entryPoints: [`${ROOT}${entry}`],
    outfile,
    bundle: true,
    external: NATIVE,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: {
      '@': ROOT.slice(0, -1),
      'server-only': `${ROOT}node_modules/server-only/empty.js`,
    },
    logLevel: 'silent',
  });
  return outfile;
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whichever way it ends. */
export function runProgram(program: string, args: readonly string[], limitMs = 180_000): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part) => {
      stdout += String(part);
    });
    child.stderr.on('data', (part) => {
      stderr += String(part);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code, signal, stdout, stderr });
    });
  });
}
