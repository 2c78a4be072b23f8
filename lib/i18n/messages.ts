import checkout from '@/messages/en/checkout.json';
import common from '@/messages/en/common.json';
import error from '@/messages/en/error.json';
import failures from '@/messages/en/failures.json';
import methods from '@/messages/en/methods.json';
import ops from '@/messages/en/ops.json';
import options from '@/messages/en/options.json';
import pay from '@/messages/en/pay.json';
import problems from '@/messages/en/problems.json';
import qa from '@/messages/en/qa.json';
import shop from '@/messages/en/shop.json';
import words from '@/messages/en/words.json';

const en = { checkout, common, error, failures, methods, ops, options, pay, problems, qa, shop, words };

/** Every sentence of the site, by namespace. English is the shape that all other languages must have. */
export type Messages = typeof en;

/** To add a language: a folder beside `messages/en`, and one line here. */
export const messages = { en } satisfies Record<string, Messages>;

export type Locale = keyof typeof messages;

export const LOCALES = Object.keys(messages) as readonly Locale[];

export const DEFAULT_LOCALE: Locale = 'en';
