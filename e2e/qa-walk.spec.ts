import { act } from './support/walk/acts';
import { openFromBench } from './support/walk/bench';
import { ENDS } from './support/walk/ends';
import { listScenarios } from './support/walk/scenarios';
import { expect, test } from './support/walk/test';

// Whole purchases, of which some wait for a bank, for a supplier or for the end of a hold.
test.describe.configure({ mode: 'parallel', timeout: 240_000 });

for (const scenario of listScenarios())
  test(`${scenario.id}: ${scenario.title}`, { tag: '@full' }, async ({ page: bench, oracle }) => {
    const walk = await openFromBench(bench, scenario);
    await act(walk);
    await ENDS[scenario.ends](walk);
    if (!walk.id) return;
    await expect.poll(() => oracle.ask(walk.id), { timeout: 30_000 }).toEqual({ atRest: true, wrong: [] });
  });
