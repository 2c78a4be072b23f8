import 'server-only';
import { hasSentence, sentence } from '../text';
import { Problem } from './problem';

/** What is wrong with one field, in a sentence. Rules nobody listed share one. */
export function ruleText(locale: string, rule: string): string {
  const key = `rules.${rule}`;
  return sentence(locale, 'problems', hasSentence(locale, 'problems', key) ? key : 'rules.other');
}

/** Title and detail of a problem, for people. */
export function problemText(locale: string, { code }: Problem): { title: string; detail: string } {
  return {
    title: sentence(locale, 'problems', `${code}.title`),
    detail: sentence(locale, 'problems', `${code}.detail`),
  };
}

/** Whether a value is a problem. */
export function isProblem(value: unknown): value is Problem {
  return value instanceof Problem;
}
