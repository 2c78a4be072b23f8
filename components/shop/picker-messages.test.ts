import { describe, expect, it } from 'vitest';
import { readPickerMessage } from './picker-messages';

describe('readPickerMessage', () => {
  it('reads the five kinds', () => {
    expect(readPickerMessage({ type: 'INITIALIZED' })).toEqual({ type: 'INITIALIZED' });
    expect(readPickerMessage({ type: 'NEW_TICKET_SELECTED', messageData: { selection: 1 } })).toEqual({
      type: 'NEW_TICKET_SELECTED',
    });
    expect(readPickerMessage({ type: 'NEW_HEIGHT', messageData: { height: 812.4 } })).toEqual({
      type: 'NEW_HEIGHT',
      height: 812,
    });
  });

  it('bounds the height', () => {
    const ask = (height: unknown) => readPickerMessage({ type: 'NEW_HEIGHT', messageData: { height } });
    expect(ask(1)).toMatchObject({ height: 240 });
    expect(ask(1e9)).toMatchObject({ height: 4000 });
    expect(ask('tall')).toBeNull();
  });

  it.each([null, undefined, 'INITIALIZED', 7, {}, { type: 'OTHER' }, { type: 'NEW_HEIGHT' }])(
    'ignores %j',
    (data) => {
      expect(readPickerMessage(data)).toBeNull();
    },
  );
});
