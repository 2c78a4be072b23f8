import { describe, expect, it } from 'vitest';
import { isRefusedCall, outcomeOf } from './outcome';

const broken = (cause: unknown) => Object.assign(new Error('Service is not available'), { cause });
const no = broken({
  status: 422,
  errorCode: '702',
  errorType: 'validation',
  message: 'The session has expired',
});

describe('what the Drop-in says', () => {
  it.each(['Authorised', 'Received', 'Refused', 'Error'])('hands over Adyen’s word: %s', (resultCode) => {
    const said = { resultCode, sessionResult: 'proof', sessionData: 'x' };
    expect(outcomeOf('CS1', said, false)).toEqual({
      outcome: 'result',
      sessionId: 'CS1',
      resultCode,
      sessionResult: 'proof',
    });
    expect(outcomeOf('CS1', { resultCode }, false)).toEqual({
      outcome: 'result',
      sessionId: 'CS1',
      resultCode,
    });
  });

  it('is a customer who turned back', () => {
    expect(outcomeOf('CS1', { resultCode: 'Cancelled' }, true)).toEqual({
      outcome: 'cancelled',
      sessionId: 'CS1',
    });
  });

  it('is a session that takes no payment, where Adyen would not take one', () => {
    expect(outcomeOf('CS1', no, false)).toEqual({ outcome: 'expired', sessionId: 'CS1' });
  });

  it.each([
    ['nobody heard the answer', broken(new TypeError('Failed to fetch')), false],
    ['Adyen broke', broken({ status: 500, message: 'oops' }), false],
    ['the end of a payment was refused', no, true],
    ['nothing was said', undefined, false],
  ])('is unclear when %s', (_, said, resumed) => {
    expect(outcomeOf('CS1', said, resumed)).toEqual({ outcome: 'error', sessionId: 'CS1', why: 'unclear' });
  });

  it('tells a refused call from one that did not get through', () => {
    expect(isRefusedCall(no)).toBe(true);
    expect([broken(undefined), broken({ status: 503 }), new Error('x'), null].some(isRefusedCall)).toBe(
      false,
    );
  });
});
