import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEnvText } from './env-file';

describe('parseEnvText', () => {
  it('reads names, values, quotes and comments', () => {
    const text =
      '# a comment\n\nA=1\nB="two words <x@y.example>"\r\nC=\'x#y\'\nD=\n E = http://127.0.0.1:4002/a?b=c#d \n';
    expect(parseEnvText(text)).toEqual({
      A: '1',
      B: 'two words <x@y.example>',
      C: 'x#y',
      D: '',
      E: 'http://127.0.0.1:4002/a?b=c#d',
    });
  });

  it.each(['nonsense', '=x', '1A=x', 'A="open'])('refuses %j', (line) => {
    expect(() => parseEnvText(`OK=1\n${line}`)).toThrow('Line 2');
  });

  it('reads the sandbox’s own', () => {
    expect(parseEnvText(readFileSync('.env.sandbox', 'utf8'))).toMatchObject({
      MAIL_FROM: 'Foyer <tickets@foyer.example>',
    });
  });
});
