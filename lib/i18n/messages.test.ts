import { describe, expect, it } from 'vitest';
import mail from '@/messages/en/mail.json';
import { messages } from './messages';

describe('the catalogue', () => {
  it('never names the shop itself: its name is configuration', () => {
    expect(JSON.stringify([messages, mail])).not.toMatch(/foyer/i);
  });
});
