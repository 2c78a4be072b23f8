import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { whenTold } from '../scripts/lib/run';
import { buying } from './parts/buying';
import { bytes, launch } from './parts/bytes';
import { reading } from './parts/reading';
import { running } from './parts/running';
import { screen } from './parts/screen';
import type { Part } from './parts/types';
import { waiting } from './parts/waiting';
import { openStage } from './stage';

/**
 * Measures the production build against the sandbox, with its baselines in the same run, and writes
 * docs/benchmarks.md. Names of parts (`npm run bench -- buying`) measure only those and write nothing. `npm run build`
 * first.
 */
const PARTS: Readonly<Record<string, Part>> = { reading, buying, waiting, screen, bytes, running };

const asked = process.argv.slice(2);
const chosen = Object.entries(PARTS).filter(([name]) => asked.length === 0 || asked.includes(name));
const [load = 0] = loadavg();
const stage = await openStage();
const browser = await launch();
whenTold(() => void stage.close().then(() => process.exit(1)));
try {
  const hall = { stage, browser, idle: await stage.memory() };
  const sections: string[] = [head()];
  for (const [, part] of chosen) {
    const section = await part(hall);
    console.log(`${section}\n`);
    sections.push(section);
  }
  if (asked.length === 0) writeFileSync('docs/benchmarks.md', `${sections.join('\n\n')}\n`);
} finally {
  await browser.close();
  await stage.close();
}

function head(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GB, Node ${process.version}`;
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on ${machine}; load average before it: ${load.toFixed(1)}.

The production build on SQLite, with the sandbox as the outside world. Shop, sandbox, callers and browser share this
machine: read every figure as a ratio to the baselines beside it, which were measured in the same run.`;
}
