import { describe, expect, it } from 'vitest';
import { checkDetails, missingDetails } from './details';

const schema = {
  type: 'object',
  required: ['customer'],
  additionalProperties: false,
  properties: {
    customer: {
      type: 'object',
      required: ['firstName', 'email', 'phone'],
      additionalProperties: false,
      properties: {
        firstName: { type: 'string', minLength: 1, maxLength: 40 },
        email: { type: 'string', format: 'email' },
        phone: { type: 'string', pattern: '^\\+?[0-9]{2,15}$' },
      },
    },
  },
} as const;

const good = { customer: { firstName: 'Zoë', email: 'zoe@example.com', phone: '+442087599036' } };

describe('checkDetails', () => {
  it('keeps what is right, trimmed', () => {
    const { values, errors } = checkDetails(schema, { customer: { ...good.customer, firstName: '  Zoë ' } });
    expect(errors).toEqual([]);
    expect(values).toEqual(good);
  });

  it('names each field with the rule it broke, once', () => {
    const { errors } = checkDetails(schema, { customer: { firstName: ' ', email: 'nobody', phone: 'none' } });
    expect(errors).toEqual([
      { path: '/customer/firstName', rule: 'required' },
      { path: '/customer/email', rule: 'email' },
      { path: '/customer/phone', rule: 'pattern' },
    ]);
    expect(missingDetails(schema, {})).toEqual(['/customer']);
  });

  it('stores nothing that was not asked for, and no other prototype', () => {
    const hostile = JSON.parse(
      '{"customer":{"firstName":"A","email":"a@b.example","phone":"12","__proto__":{"polluted":true},"admin":true},"x":1}',
    );
    const { values } = checkDetails(schema, hostile);
    expect(JSON.stringify(values)).toBe('{"customer":{"firstName":"A","email":"a@b.example","phone":"12"}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('drops a card number typed into the wrong field, and says so', () => {
    const { values, errors } = checkDetails(schema, {
      customer: { ...good.customer, firstName: '4242 4242 4242 4242' },
    });
    expect(JSON.stringify(values)).not.toContain('4242');
    expect(errors[0]).toEqual({ path: '/customer/firstName', rule: 'card_number' });
  });
});
