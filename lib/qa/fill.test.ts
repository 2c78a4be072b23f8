import { describe, expect, it } from 'vitest';
import { checkDetails } from '@/lib/checkout/details';
import type { JsonObject } from '@/lib/checkout/json';
import { filled } from './fill';

const text = (more: JsonObject = {}): JsonObject => ({ type: 'string', minLength: 1, ...more });

const schema: JsonObject = {
  type: 'object',
  required: ['customer', 'items'],
  properties: {
    customer: {
      type: 'object',
      required: ['firstName', 'email', 'phone', 'country', 'terms', 'height', 'size'],
      properties: {
        firstName: text({ 'x-autocomplete': 'section-holder given-name' }),
        email: text({ format: 'email' }),
        phone: text({ pattern: '^\\+[0-9 ]+$' }),
        country: { oneOf: [{ const: 'fr' }, { const: 'uk' }] },
        terms: { type: 'boolean', const: true },
        height: { type: 'integer', minimum: 120 },
        size: { enum: ['S', 'M'] },
        secondName: text(),
      },
    },
    items: {
      type: 'object',
      required: ['a1'],
      properties: {
        a1: {
          type: 'object',
          required: ['tickets'],
          properties: {
            tickets: {
              type: 'array',
              minItems: 2,
              items: {
                type: 'object',
                required: ['born'],
                properties: { born: text({ format: 'date' }) },
              },
            },
          },
        },
      },
    },
  },
};

describe('what a tester in a hurry types', () => {
  it('is all that is required, and right', () => {
    const values = filled(schema);
    expect(checkDetails(schema, values).errors).toEqual([]);
    expect(values).toMatchObject({
      customer: { firstName: 'Ada', country: 'fr', height: 120, size: 'S' },
      items: { a1: { tickets: [{ born: '1990-05-01' }, { born: '1990-05-01' }] } },
    });
    expect(values.customer).not.toHaveProperty('secondName');
  });

  it('is what a scenario wants, required or not', () => {
    const values = filled(schema, { secondName: 'fail part one', country: 'uk' });
    expect(values.customer).toMatchObject({ secondName: 'fail part one', country: 'uk' });
  });
});
