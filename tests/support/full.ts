/**
 * `npm run test:full`: everything that can be tried. Without it what another test stands for is left out, so that CI passes in a
 * quarter of an hour on two cores; `docs/testing.md` says what.
 */
export const FULL = process.env.FULL === '1';
