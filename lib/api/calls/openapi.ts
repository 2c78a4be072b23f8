import 'server-only';
import { call } from '../http/handler';
import type { Operation } from '../http/operation';
import { json } from '../http/reply';
import { openApiDocument } from '../openapi/document';
import { CALLS } from '.';

const operation = {
  id: 'openApi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document',
  access: 'anyone',
  answers: { 200: { description: 'OpenAPI 3.1', type: 'application/json' } },
} satisfies Operation;

/** GET /api/openapi.json */
export const openApi = call(operation, async ({ foyer }) => json(documentOf(foyer.config.app.publicUrl)));

/** The document with every call, itself included. */
export function documentOf(publicUrl: string): object {
  return openApiDocument([...CALLS.map((one) => one.operation), operation], publicUrl);
}
