import 'server-only';
import { Problem, problem } from '../problems/problem';
import { fromZod } from '../problems/zod';
import type { Admitted, Asked } from './admit';
import { readJson } from './body';
import type { Operation, Schema } from './operation';

/** Parses a request by its operation's schemas. What cannot be an id of anything is a 404, not a lesson about ids. */
export async function parseRequest(
  operation: Operation,
  asked: Asked,
  routeParams: Promise<unknown>,
  admit: (params: unknown) => Promise<Admitted | Problem>,
): Promise<Problem | (Asked & Admitted & { params: unknown; query: unknown; body: unknown })> {
  const params = parsed(operation.params, await routeParams);
  if (params instanceof Problem) return problem('not_found');
  const admitted = await admit(params.value);
  if (admitted instanceof Problem) return admitted;
  const query = parsed(operation.query, queryOf(asked.request));
  if (query instanceof Problem) return query;
  const body = await parseBody(operation.body, asked.request);
  if (body instanceof Problem) return body;
  return { ...asked, ...admitted, params: params.value, query: query.value, body: body.value };
}

type Value = { readonly value: unknown };

function parsed(schema: Schema, input: unknown): Value | Problem {
  if (!schema) return { value: undefined };
  const result = schema.safeParse(input);
  return result.success ? { value: result.data } : fromZod(result.error);
}

async function parseBody(schema: Schema, request: Request): Promise<Value | Problem> {
  if (!schema) return { value: undefined };
  const read = await readJson(request);
  return read instanceof Problem ? read : parsed(schema, read.json);
}

/** Each name once, the first: nothing of ours means anything twice. On a null prototype, as names come from outside. */
function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URL(request.url).searchParams) query[name] ??= value;
  return query;
}
