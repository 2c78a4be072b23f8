import { describe, expect, it } from 'vitest';
import { type FieldSchema, formParts, valueAt } from './schema';

const person: FieldSchema = {
  type: 'object',
  required: ['lastName'],
  properties: {
    firstName: { type: 'string', title: 'First name', 'x-autocomplete': 'given-name', maxLength: 80 },
    lastName: { type: 'string', title: 'Last name' },
  },
};

const schema: FieldSchema = {
  type: 'object',
  required: ['customer'],
  properties: {
    customer: {
      type: 'object',
      title: 'You',
      required: ['email'],
      properties: {
        email: { type: 'string', format: 'email', title: 'E-mail' },
        phone: { type: 'string', title: 'Phone', 'x-autocomplete': 'tel' },
        country: { type: 'string', oneOf: [{ const: 'gb', title: 'United Kingdom' }] },
        news: { type: 'boolean', title: 'News' },
        birth: { type: 'string', format: 'date' },
      },
    },
    items: {
      type: 'object',
      properties: {
        'a/1': { type: 'object', properties: { tickets: { type: 'array', minItems: 2, items: person } } },
      },
    },
  },
};

describe('formParts', () => {
  const parts = formParts(schema);

  it('makes a part of the customer and of each ticket', () => {
    expect(parts.map(({ path }) => path.join('.'))).toEqual([
      'customer',
      'items.a/1.tickets.0',
      'items.a/1.tickets.1',
    ]);
  });

  it('picks the control by type, format and autocomplete', () => {
    expect(parts[0]?.fields.map(({ kind }) => kind)).toEqual(['email', 'tel', 'select', 'checkbox', 'date']);
  });

  it('names controls for the form route and for errors', () => {
    expect(parts[2]?.fields[1]).toMatchObject({
      name: 'items.a/1.tickets.1.lastName',
      id: 'f-items-a-1-tickets-1-lastName',
      pointer: '/items/a~11/tickets/1/lastName',
      required: true,
    });
  });

  it('folds away what is not needed, and never what is', () => {
    const folded = { type: 'string', 'x-folded': true };
    const [part] = formParts({
      required: ['b'],
      properties: { a: folded, b: folded, c: { type: 'string', 'x-input': 'tel' } },
    });
    expect(part?.fields.map((field) => [field.name, field.folded])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
    expect(part?.fields[2]?.kind).toBe('tel');
  });

  it('survives a schema that asks for nothing', () => {
    expect(formParts({})).toEqual([]);
  });
});

describe('valueAt', () => {
  it('reads nested values and answers nothing else', () => {
    const values = {
      customer: { email: 'a@b.c', news: true },
      items: { x: { tickets: [{ lastName: 'Ng' }] } },
    };
    expect(valueAt(values, 'customer.email')).toBe('a@b.c');
    expect(valueAt(values, 'customer.news')).toBe('true');
    expect(valueAt(values, 'items.x.tickets.0.lastName')).toBe('Ng');
    expect(valueAt(values, 'customer')).toBe('');
    expect(valueAt(values, 'customer.constructor')).toBe('');
  });
});
