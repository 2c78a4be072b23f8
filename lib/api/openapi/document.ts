import { z } from 'zod';
import type { Operation, OperationAnswer } from '../http/operation';
import { PROBLEM_CODES, type ProblemCode, problemKind } from '../problems/table';
import { parametersOf } from './parameters';
import { SchemaPool } from './schemas';

/** What every call of a kind can answer besides its own problems. */
function sharedProblems({ access, method, body, params, query, keyed }: Operation): ProblemCode[] {
  return [
    'internal',
    ...(access === 'checkout' || access === 'operator' || params ? (['not_found'] as const) : []),
    ...(method === 'GET' ? [] : (['cross_origin', 'key_required'] as const)),
    ...(body || query ? (['invalid'] as const) : []),
    ...(body ? (['body_type', 'body_unreadable', 'body_slow', 'body_too_large'] as const) : []),
    ...(keyed ? (['idempotency_key_required', 'idempotency_key_reused', 'in_flight'] as const) : []),
  ];
}

const problemDocument = z
  .object({
    type: z.string().describe('Leads to the table of problems'),
    status: z.int(),
    code: z.enum(PROBLEM_CODES as [ProblemCode, ...ProblemCode[]]),
    title: z.string(),
    detail: z.string(),
    safeToRetry: z.boolean().describe('Whether sending exactly the same again can do no harm'),
    errors: z
      .array(z.object({ pointer: z.string(), rule: z.string(), detail: z.string() }))
      .optional()
      .describe('JSON Pointers into what was sent'),
    checkout: z.string().optional().describe('With `nothing_held`: the checkout that says why'),
    refusals: z
      .array(z.object({ code: z.string(), item: z.string().optional(), text: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' });

/** OpenAPI 3.1, made from the very schemas that requests are checked with. */
export function openApiDocument(operations: readonly Operation[], publicUrl: string): object {
  const pool = new SchemaPool();
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation, pool),
    };
  }
  pool.use(problemDocument, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description: 'A checkout for tickets. Amounts are integers of minor units with their currency.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: pool.all(),
      securitySchemes: {
        browser: { type: 'apiKey', in: 'cookie', name: '__Host-foyer' },
        partner: { type: 'http', scheme: 'bearer' },
        operator: { type: 'http', scheme: 'bearer' },
        login: { type: 'apiKey', in: 'cookie', name: '__Host-foyer-ops' },
      },
    },
  };
}

function operationObject(operation: Operation, pool: SchemaPool): object {
  const { id, summary, body } = operation;
  const codes = [...new Set([...sharedProblems(operation), ...(operation.problems ?? [])])];
  return {
    operationId: id,
    summary,
    security: securityOf(operation),
    parameters: parametersOf(operation, pool),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: pool.use(body, 'input') } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [status, answerObject(answer, pool)]),
      ),
      ...problemResponses(codes),
    },
  };
}

function securityOf({ access }: Operation): object[] {
  if (access === 'operator') return [{ operator: [] }, { login: [] }];
  return access === 'anyone' || access === 'outside' ? [{}] : [{ browser: [] }, { partner: [] }];
}

function answerObject({ description, schema, type, headers }: OperationAnswer, pool: SchemaPool): object {
  const text = { schema: { type: 'string' } };
  return {
    description,
    ...(headers && { headers: Object.fromEntries(headers.map((name) => [name, text])) }),
    ...(schema && { content: { 'application/json': { schema: pool.use(schema, 'output') } } }),
    ...(type && { content: { [type]: { schema: { type: 'string' } } } }),
  };
}

/** One answer a status, naming the codes that have it. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemKind(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = { $ref: '#/components/schemas/Problem' };
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      String(status),
      {
        description: of.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}
