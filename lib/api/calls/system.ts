import 'server-only';
import { z } from 'zod';
import { bearer, sameSecret } from '../access/secrets';
import { countCheckouts } from '../census';
import { call } from '../http/handler';
import { json } from '../http/reply';
import { problem } from '../problems/problem';
import { PROBLEM_CODES, problemKind } from '../problems/table';
import { problemText } from '../problems/text';

const alive = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
const ready = z
  .object({ status: z.literal('ready'), suppliers: z.array(z.string()) })
  .meta({ id: 'Readiness' });
const problemTable = z
  .object({
    problems: z.array(
      z.object({
        code: z.string(),
        status: z.int(),
        title: z.string(),
        detail: z.string(),
        safeToRetry: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ProblemTable' });

/** GET /api/health */
export const health = call(
  {
    id: 'health',
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the process answers. Asks nothing else, so that a slow database restarts nobody',
    access: 'anyone',
    answers: { 200: { description: 'It does', schema: alive } },
  },
  async () => json({ status: 'ok' }),
);

/** GET /api/ready */
export const readiness = call(
  {
    id: 'readiness',
    method: 'GET',
    path: '/api/ready',
    summary: 'Whether it can serve: the database answers and is migrated, and it is not stopping',
    access: 'anyone',
    answers: { 200: { description: 'It can', schema: ready } },
    problems: ['not_ready'],
  },
  async ({ foyer }) => {
    const up = !foyer.stopping() && (await foyer.store.ready().catch(() => false));
    return up ? json({ status: 'ready', suppliers: [...foyer.suppliers.keys()] }) : problem('not_ready');
  },
);

/**
 * GET /api/metrics. With the operators' key only: behind a proxy on the same machine every request comes from
 * loopback, so an address proves nothing here.
 */
export const metrics = call(
  {
    id: 'metrics',
    method: 'GET',
    path: '/api/metrics',
    summary: 'Numbers for Prometheus; needs the operators’ key as Bearer',
    access: 'anyone',
    answers: { 200: { description: 'Prometheus text', type: 'text/plain' } },
    problems: ['not_found'],
  },
  async ({ foyer, request }) => {
    const { opsKey } = foyer.config.app;
    const token = bearer(request.headers);
    if (opsKey === null || token === null || !sameSecret(token, opsKey)) return problem('not_found');
    await countCheckouts(foyer);
    const { contentType, body } = await foyer.metrics.text();
    return new Response(body, { headers: { 'Content-Type': contentType } });
  },
);

/** GET /api/problems: where the `type` of a problem leads. */
export const listProblems = call(
  {
    id: 'listProblems',
    method: 'GET',
    path: '/api/problems',
    summary: 'Everything that a call can answer instead of what was asked',
    access: 'anyone',
    answers: { 200: { description: 'The table', schema: problemTable } },
  },
  async ({ locale }) =>
    json({
      problems: PROBLEM_CODES.map((code) => {
        const { status, safeToRetry } = problemKind(code);
        return { code, status, ...problemText(locale, problem(code)), safeToRetry };
      }),
    }),
);
