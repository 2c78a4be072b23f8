import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { PlacedStep } from '@/lib/checkout/model';
import type { Means } from './payers';

/** Where a customer arrives when they come back to the shop, and with what: as the return route would keep it. */
export const arrival = z.object({ token: z.string(), params: z.record(z.string(), z.json()) });

type Redirect = Extract<PlacedStep, { kind: 'redirect' }>;
type Pairs = readonly (readonly [string, string])[];
interface Ask {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly fields: Pairs;
  readonly referer: string;
}

/** Longer chains than any shop follows. */
const MOST_PAGES = 20;

/**
 * Walks the payment pages as a browser without scripts does: follows redirects, submits what asks for nothing, presses
 * the button of the outcome. Answers the arrival at the shop; null for a customer who leaves.
 */
export async function walk({ url, httpMethod, fields }: Redirect, means: Means): Promise<Json> {
  let ask: Ask = { url, method: httpMethod, fields, referer: '' };
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const back = arrived(ask);
    if (back) return back;
    const response = await send(ask);
    const location = response.headers.get('location');
    if (location) {
      ask = { url: new URL(location, ask.url).href, method: 'GET', fields: [], referer: ask.referer };
      continue;
    }
    const next = pressed(await response.text(), ask.url, means);
    if (!next) return null;
    ask = next;
  }
  throw new Error(`No end of payment pages from ${url}`);
}

/** The shop is not there in these suites: whoever is sent to its return address has come back. */
function arrived({ url, method, fields, referer }: Ask): Json {
  const { pathname, searchParams } = new URL(url);
  const token = /^\/return\/([^/]+)$/.exec(pathname)?.[1];
  if (!token) return null;
  const query: [string, string][] = [...searchParams];
  const sent = fields.map(([name, value]): [string, string] => [name, value]);
  const params = method === 'GET' ? { query: [...query, ...sent], body: [] } : { query, body: sent };
  return { token, params: { ...params, referer } };
}

function send({ url, method, fields, referer }: Ask): Promise<Response> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const headers = { referer };
  if (method === 'POST') return fetch(url, { method, headers, body, redirect: 'manual' });
  const to = new URL(url);
  for (const [name, value] of body) to.searchParams.append(name, value);
  return fetch(to, { headers, redirect: 'manual' });
}

const PRESSES: Readonly<Record<Means, string | null>> = {
  good: 'yes',
  declined: 'no',
  'challenge-passed': 'yes',
  'challenge-failed': 'no',
  'challenge-closed': 'no',
  'challenge-left': null,
};

/** What a bank is told that asks for a word: the right one, a wrong one, or that the customer would rather not. */
function said(means: Means): Pairs {
  if (means === 'challenge-closed') return [['outcome', 'cancel']];
  const password = PRESSES[means] === 'yes' ? 'password' : 'wrong';
  return [
    ['password', password],
    ['outcome', 'answer'],
  ];
}

/** The form whose button has the outcome; else the only form that there is. */
export function pressed(html: string, base: string, means: Means): Ask | null {
  const wish = PRESSES[means];
  if (wish === null) return null;
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(
    ([, head = '', inner = '']) => ({ head, inner }),
  );
  const bank = forms.find(({ inner }) =>
    tags(inner, 'input').some((one) => attribute(one, 'name') === 'password'),
  );
  if (bank) return askOf(bank, base, said(means));
  for (const form of forms) {
    const button = tags(form.inner, 'button').find((one) => attribute(one, 'value') === wish);
    if (button) return askOf(form, base, [[attribute(button, 'name') ?? '', wish]]);
  }
  const [only] = forms;
  return only && forms.length === 1 ? askOf(only, base, []) : null;
}

function askOf({ head, inner }: { head: string; inner: string }, base: string, chosen: Pairs): Ask {
  const hidden = tags(inner, 'input').flatMap((input): [string, string][] => {
    const name = attribute(input, 'name');
    return name && attribute(input, 'type') === 'hidden' ? [[name, attribute(input, 'value') ?? '']] : [];
  });
  return {
    url: new URL(attribute(head, 'action') ?? '', base).href,
    method: /post/i.test(attribute(head, 'method') ?? '') ? 'POST' : 'GET',
    fields: [...hidden, ...chosen],
    referer: base,
  };
}

function tags(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'gi'))].map(([, head = '']) => head);
}

function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(head)?.[1];
  return value
    ?.replace(/&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
