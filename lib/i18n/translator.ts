import 'server-only';
import { createTranslator } from 'use-intl/core';
import { type Locale, type Messages, messages } from './messages';

/**
 * Sentences of one namespace. Keys are typed: one that does not exist does not compile. On the server only, so
 * that no message catalogue travels to browsers; client components get the few sentences they need as props.
 */
export function translator<Namespace extends keyof Messages & string>(locale: Locale, namespace: Namespace) {
  return createTranslator({
    locale,
    messages: messages[locale] as Messages,
    namespace,
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  });
}
