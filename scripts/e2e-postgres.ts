import { startPostgres } from './lib/postgres';
import { run, whenTold } from './lib/run';

/** The browser's purchases on PostgreSQL: a cluster of their own, the production build that is there, one viewport. */
const cluster = await startPostgres();
if (!cluster) process.exit(0);
whenTold(() => process.exit(1));
const env = {
  ...process.env,
  E2E_DATABASE_URL: cluster.database('foyer'),
  PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e-postgres.json',
};
const args = ['playwright', 'test', 'e2e/purchase.spec.ts', '--project=desktop', '--reporter=list,json'];
let code = 1;
try {
  code = await run('npx', [...args, ...process.argv.slice(2)], env);
} finally {
  cluster.remove();
}
process.exit(code);
