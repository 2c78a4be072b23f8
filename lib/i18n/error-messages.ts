import en from '@/messages/en/error.json';

/** The only sentences that travel to every browser: the error page has no server to ask. One line a language. */
export const errorMessages: Readonly<Record<string, typeof en>> = { en };

/** Those of the page's language, as `<html lang>` names it. */
export function errorMessagesOf(lang: string): typeof en {
  return errorMessages[lang] ?? en;
}
