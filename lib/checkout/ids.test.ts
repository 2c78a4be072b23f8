import { describe, expect, it } from 'vitest';
import { newReference, referenceIn } from './ids';

describe('a reference', () => {
  it('is found in what it was pasted with', () => {
    const reference = newReference();
    for (const text of [
      reference,
      ` ${reference.toLowerCase()} `,
      `${reference}-3fa85f6457`,
      `SEPA 21-11 ${reference} Canal cruise`,
    ])
      expect(referenceIn(text)).toBe(reference);
  });

  it.each(['', 'FYR-', 'FYR-ABC', 'FYR-ABCDEFGHJ', 'XFYR-7K3M9Q2D'])('is not in %j', (text) => {
    expect(referenceIn(text)).toBeNull();
  });
});
