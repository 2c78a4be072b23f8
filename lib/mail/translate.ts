import { createTranslator } from 'use-intl/core';
import mail from '@/messages/en/mail.json';
import words from '@/messages/en/words.json';

const en = { mail, words };

/** To add a language to mails: its two catalogues here. */
const CATALOGUES: Readonly<Record<string, typeof en>> = { en };

/** Sentences for mails, and those that the checkout's page says: both tell the customer the same. */
export type Translate = ReturnType<typeof mailTranslator>;

/** The sentences in a checkout's language; a language that has none gets English. */
export function mailTranslator(locale: string) {
  const known = [locale, locale.split('-')[0] ?? ''].find((tag) => tag in CATALOGUES) ?? 'en';
  return createTranslator({
    locale: known === 'en' ? 'en-GB' : known,
    messages: CATALOGUES[known] ?? en,
    timeZone: 'UTC',
    // A mail with a hole in it is not sent: the next try may be by a version that has the sentence.
    onError: (error) => {
      throw error;
    },
  });
}

/** The page's sentence for a state; its key is known at run time only. */
export function wordOf(t: Translate, code: string, values: Readonly<Record<string, string>>): string {
  const loose = t as unknown as (key: string, values: Readonly<Record<string, string>>) => string;
  return loose(`words.${code}`, values);
}
