import 'server-only';
import type { Refusal } from '@/lib/checkout/model';
import { toLocale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

type Namespace = keyof Messages & string;
type Values = Readonly<Record<string, string | number>>;

/** A sentence whose key is known at run time only (a state, a problem's code). */
export function sentence(locale: string, namespace: Namespace, key: string, values: Values = {}): string {
  return loose(locale, namespace)(key, values);
}

/** Whether there is a sentence of this key. */
export function hasSentence(locale: string, namespace: Namespace, key: string): boolean {
  return loose(locale, namespace).has(key);
}

interface Loose {
  (key: string, values: Values): string;
  has(key: string): boolean;
}

/** The translator's keys are typed by the catalogue; here they come as data, and a test goes through all of them. */
function loose(locale: string, namespace: Namespace): Loose {
  return translator(toLocale(locale), namespace) as unknown as Loose;
}

/** A way to pay, by the key that its supplier, method or collector gave it. One without a sentence stands for itself. */
export function optionText(locale: string, key: string): string {
  return hasSentence(locale, 'options', key) ? sentence(locale, 'options', key) : plain(key, 120);
}

/** A refusal in words: what it is about, where that is known, and always why. */
export function refusalText(locale: string, { code, title, text }: Refusal): string {
  const why = failureText(locale, code, text);
  return title ? `${plain(title, 200)}: ${why}` : why;
}

/** Why something failed, in a sentence: the supplier's own when it has one, else ours for the code. */
export function failureText(locale: string, code: string, own?: string): string {
  if (own) return plain(own);
  return sentence(locale, 'failures', hasSentence(locale, 'failures', code) ? code : 'unknown_reason');
}

/** Characters that steer, hide or reorder text. Line breaks and tabs stay, and the joiners that scripts and emoji need. */
const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** A supplier's text as text: no marks that reorder or hide it, and of a bounded length. It is never HTML here. */
export function plain(text: string, max = 4000): string {
  const clean = text.replace(INVISIBLE, '');
  return clean.length > max ? `${clean.slice(0, max - 1)}…` : clean;
}
