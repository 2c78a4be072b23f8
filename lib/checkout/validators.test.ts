import { describe, expect, it } from 'vitest';
import { createValidators } from './validators';

const asking = (name: string) => ({ type: 'object', required: [name], properties: { [name]: {} } });

describe('createValidators', () => {
  it('compiles a schema once, however often it is read from the store', () => {
    const validator = createValidators(4);
    expect(validator(asking('email'))).toBe(validator(structuredClone(asking('email'))));
  });

  it('tells schemas apart', () => {
    const validator = createValidators(4);
    expect(validator(asking('email'))({ email: 'ada@example.com' })).toBe(true);
    expect(validator(asking('phone'))({ email: 'ada@example.com' })).toBe(false);
  });

  it('keeps no more than it was told, and still knows how to check what it dropped', () => {
    const validator = createValidators(2);
    const first = validator(asking('a'));
    validator(asking('b'));
    validator(asking('c'));
    expect(validator(asking('a'))).not.toBe(first);
    expect(validator(asking('a'))({})).toBe(false);
  });

  it('takes a schema with a name of its own again after it was dropped', () => {
    const validator = createValidators(1);
    const named = { $id: 'https://supplier.example/details', ...asking('a') };
    validator(named);
    validator(asking('b'));
    expect(validator(named)({ a: 1 })).toBe(true);
  });
});
