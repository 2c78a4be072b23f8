import { act } from './support/walk/acts';
import { openFromBench } from './support/walk/bench';
import { ENDS } from './support/walk/ends';
import { listScenarios, type Scenario } from './support/walk/scenarios';
import { expect, test } from './support/walk/test';

// Whole purchases, of which some wait for a bank, for a supplier or for the end of a hold.
test.describe.configure({ mode: 'parallel', timeout: 240_000 });

/** What Chromium writes down of an answer that a scenario is about. */
const PROVOKED: Readonly<Record<string, RegExp>> = { 'spreedly.form.refused': /status of 403/ };

for (const { scenario, instead, ends } of listScenarios().flatMap(ways))
  test(`${scenario.id}: ${instead ?? scenario.title}`, { tag: '@full' }, async ({
    page: bench,
    oracle,
    watch,
  }) => {
    const provoked = PROVOKED[scenario.id];
    if (provoked) watch.expected.push(provoked);
    const walk = await openFromBench(bench, scenario, instead);
    await act(walk);
    await ENDS[ends](walk);
    if (!walk.id) return;
    // What was only looked at is held until its time is over.
    const atRest = ends !== 'seen';
    await expect.poll(() => oracle.ask(walk.id), { timeout: 30_000 }).toEqual({ atRest, wrong: [] });
  });

/** As it says, and each way in which it may be done instead. */
function ways(scenario: Scenario) {
  const others = Object.entries(scenario.instead).map(([instead, ends]) => ({ scenario, instead, ends }));
  return [{ scenario, instead: undefined, ends: scenario.ends }, ...others];
}
