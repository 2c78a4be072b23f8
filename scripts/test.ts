import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ensureChromium } from './lib/chromium';
import { startPostgres } from './lib/postgres';
import { run, whenTold } from './lib/run';

/** Everything that must pass, in an order that fails early. The last line counts what passed and what failed. */
interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** JSON report to count tests from; without one the check counts as one. */
  readonly report?: string;
  /** A check that this one makes no sense without. */
  readonly needs?: string;
}

const vitest = (project: string, projects: readonly string[], needs?: string): Check => ({
  needs,
  name: `${project} tests`,
  command: [
    'npx',
    'vitest',
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${project}.json`,
  ],
  report: `test-results/${project}.json`,
});

const CHECKS: readonly Check[] = [
  { name: 'format and lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  vitest('unit', ['unit']),
  { name: 'production build', command: ['npm', 'run', '--silent', 'build'] },
  vitest('contract', ['contract', 'api'], 'production build'),
  {
    name: 'browser tests',
    command: ['npx', 'playwright', 'test'],
    report: 'test-results/e2e.json',
    needs: 'production build',
  },
  {
    name: 'browser purchases on PostgreSQL',
    command: ['npm', 'run', '--silent', 'e2e:postgres'],
    report: 'test-results/e2e-postgres.json',
    needs: 'production build',
  },
];

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Passed and failed in a report; a report that is not there means that the runner itself broke. */
function counted(path: string): { passed: number; failed: number } | null {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const unit = vitestReport.safeParse(json);
    if (unit.success) return { passed: unit.data.numPassedTests, failed: unit.data.numFailedTests };
    const { expected, unexpected, flaky } = playwrightReport.parse(json).stats;
    return { passed: expected, failed: unexpected + flaky };
  } catch {
    return null;
  }
}

let passed = 0;
let failed = 0;
// A runner that breaks writes no report, and must not be judged by yesterday's.
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
const broken = new Set<string>();
if (!(await ensureChromium())) failed += 1;
whenTold(() => process.exit(1));
// Suites that need a server find it here, and are skipped without one. Its data goes with it.
const cluster = await startPostgres();
if (cluster) {
  process.env.TEST_POSTGRES_URL = cluster.url;
  process.env.TEST_POSTGRES_TEMPORARY = '1';
}
for (const { name, command, report, needs } of CHECKS) {
  const [program = '', ...args] = command;
  const begun = Date.now();
  console.log(`\n── ${name}`);
  const code = needs && broken.has(needs) ? 1 : await run(program, args);
  if (code !== 0) broken.add(name);
  const tests = report ? counted(report) : null;
  passed += tests?.passed ?? (code === 0 ? 1 : 0);
  failed += tests && (tests.failed > 0 || code === 0) ? tests.failed : code === 0 ? 0 : 1;
  console.log(
    `── ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - begun) / 1000)} s`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
