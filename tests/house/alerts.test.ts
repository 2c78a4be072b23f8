import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '@/lib/platform/metrics';

const rules = readFileSync('docs/operations/alerts.yml', 'utf8');
const readme = readFileSync('docs/operations/README.md', 'utf8');
const alerts = [...rules.matchAll(/^ {6}- alert: (\w+)$/gm)].map(([, name = '']) => name);

describe('the alerts', () => {
  it('each have a page that is there', () => {
    const rows = [...readme.matchAll(/^\| (Foyer[^|]+) \| \[[^\]]+\]\(([^)]+)\) \|$/gm)];
    const named = rows.flatMap(([, names = '']) => names.split(', '));
    expect(alerts.length).toBeGreaterThan(10);
    expect([...named].sort()).toEqual([...alerts].sort());
    for (const [, , page] of rows) expect(existsSync(`docs/operations/${page}`), page).toBe(true);
  });

  it('ask for numbers that there are', async () => {
    const { body } = await createMetrics({ process: false }).text();
    const known = [...body.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    );
    const asked = new Set(rules.match(/\bfoyer_\w+/g));
    expect(asked.size).toBeGreaterThan(6);
    for (const name of asked) expect(known).toContain(name);
  });
});
