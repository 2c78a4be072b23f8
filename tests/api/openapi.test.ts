import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv2020 from 'ajv/dist/2020';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CALLS } from '@/lib/api/calls';
import { documentOf, openApi } from '@/lib/api/calls/openapi';
import { listProblems } from '@/lib/api/calls/system';
import type { Call } from '@/lib/api/http/handler';
import { PROBLEM_CODES } from '@/lib/api/problems/table';
import { checkoutView } from '@/lib/api/view';
import { type App, app, problemOf, send } from './support/app';
import { attempt, checkout, payStep, stored } from './support/checkouts';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
beforeAll(async () => {
  a = await app();
});
afterAll(() => a.close());

interface Document {
  readonly paths: Record<
    string,
    Record<string, { operationId: string; parameters: { name: string; in: string }[] }>
  >;
  readonly components: { readonly schemas: Record<string, object> };
}

const root = path.resolve(import.meta.dirname, '../..');
const document = documentOf('http://localhost:3000') as Document;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

function routeFiles(): string[] {
  const all = readdirSync(path.join(root, 'app/api'), { recursive: true, encoding: 'utf8' });
  // What catches unknown addresses is no call.
  return all.filter((file) => file.endsWith('route.ts') && !file.startsWith('[...'));
}

describe('the OpenAPI document', () => {
  it('has an entry for every route file and a route file for every entry', async () => {
    const routed: string[] = [];
    for (const file of routeFiles()) {
      const url = `/api/${path.dirname(file)}`.replaceAll(/\[(\w+)\]/g, '{$1}');
      const route: Record<string, unknown> = await import(
        pathToFileURL(path.join(root, 'app/api', file)).href
      );
      for (const method of METHODS.filter((name) => name in route)) {
        const { operation } = route[method] as Call;
        expect([operation.method, operation.path]).toEqual([method, url]);
        routed.push(`${method} ${url}`);
      }
    }
    const described = Object.entries(document.paths).flatMap(([url, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
    );
    expect(described.sort()).toEqual(routed.sort());
    expect(described).toHaveLength(CALLS.length + 1);
  });

  it('refers only to what is in it, names its path’s parameters and each operation once', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
    expect(refs.length).toBeGreaterThan(30);
    for (const ref of refs) {
      expect(ref).toMatch(/^#\/components\/schemas\//);
      expect(document.components.schemas).toHaveProperty([ref.split('/').at(-1) ?? '']);
    }
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [url, methods] of Object.entries(document.paths)) {
      const names = [...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(names);
      }
    }
  });

  it('describes a checkout as it is answered', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...document, $id: 'http://foyer/doc' });
    const validate = ajv.compile({ $ref: 'http://foyer/doc#/components/schemas/Checkout' });
    const value = checkout('described', {
      attempts: [attempt({ step: payStep })],
      changes: [
        {
          kind: 'price',
          before: { amount: 1, currency: 'GBP', exponent: 2 },
          after: { amount: 2, currency: 'GBP', exponent: 2 },
        },
      ],
    });
    const view = JSON.parse(JSON.stringify(checkoutView(a.foyer, stored(value), 'customer')));
    expect(validate(view) || validate.errors).toBe(true);
    expect(view.changes[0].text).toBe('The price is £0.02 now; it was £0.01.');
  });

  it('is answered', async () => {
    expect(await (await send(openApi)).json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

describe('problems', () => {
  it('are all in the table that their type leads to, with a sentence each', async () => {
    const { problems } = (await (await send(listProblems)).json()) as {
      problems: { code: string; detail: string }[];
    };
    expect(problems.map(({ code }) => code)).toEqual(PROBLEM_CODES);
    expect(problems.every(({ detail }) => detail.length > 10)).toBe(true);
  });

  it('are all in the documentation', () => {
    const text = readFileSync(path.join(root, 'docs/api.md'), 'utf8');
    for (const code of PROBLEM_CODES) expect(text).toContain(`\`${code}\``);
  });

  it('carry a type that says where to read on', async () => {
    const response = await send(
      CALLS.find(({ operation }) => operation.id === 'readEvent'),
      {
        params: { supplier: 'sim', event: 'unknown' },
      },
    );
    const body = (await response.clone().json()) as { type: string };
    expect(body.type).toBe('http://localhost:3000/api/problems#not_found');
    expect(await problemOf(response)).toMatchObject({ status: 404, type: 'application/problem+json' });
  });
});

describe('route files', () => {
  it('are thin', () => {
    for (const file of routeFiles()) {
      const text = readFileSync(path.join(root, 'app/api', file), 'utf8');
      expect(text.split('\n').length).toBeLessThan(25);
    }
  });
});
