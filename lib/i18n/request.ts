import 'server-only';
import { headers } from 'next/headers';
import { pickLocale } from './locale';
import type { Locale } from './messages';

/** The language of the request that is being answered. */
export async function requestLocale(): Promise<Locale> {
  return pickLocale((await headers()).get('accept-language'));
}
