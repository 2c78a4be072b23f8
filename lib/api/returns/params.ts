import type { JsonObject } from '@/lib/checkout/json';
import { readBytes } from '../http/body';
import { Problem } from '../problems/problem';

/** A return may carry more than a call of ours: signed answers of banks are long. */
const RETURN_LIMIT = 64 * 1024;
const MAX_PAIRS = 64;
const MAX_REFERER = 2048;

type Pair = readonly [string, string];

/**
 * What came back with a customer, verbatim: pairs in their order, with duplicates and empty values, since a supplier
 * may want them passed on exactly so. Never fails: a return is a reason to look even when it cannot be read.
 */
export async function returnParams(request: Request): Promise<JsonObject> {
  const query = [...new URL(request.url).searchParams];
  const body = request.method === 'POST' ? await bodyPairs(request) : [];
  const referer = printable(request.headers.get('referer'));
  return { query: query.slice(0, MAX_PAIRS), body: body.slice(0, MAX_PAIRS), referer };
}

async function bodyPairs(request: Request): Promise<Pair[]> {
  const type = request.headers.get('content-type') ?? '';
  const bytes = await readBytes(request, RETURN_LIMIT).catch(() => null);
  if (bytes === null || bytes instanceof Problem) return [];
  if (/^multipart\/form-data/i.test(type)) return multipartPairs(bytes, type);
  if (!/^application\/x-www-form-urlencoded/i.test(type)) return [];
  return [...new URLSearchParams(new TextDecoder().decode(bytes))];
}

/** Files are no parameters. */
async function multipartPairs(bytes: Uint8Array, type: string): Promise<Pair[]> {
  try {
    const form = await new Response(Buffer.from(bytes), { headers: { 'Content-Type': type } }).formData();
    return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  } catch {
    return [];
  }
}

/** Ingresso wants the Referer too. What could break a header of the call to it goes. */
function printable(header: string | null): string | null {
  return header === null ? null : header.replace(/[^\x21-\x7e]/g, '').slice(0, MAX_REFERER);
}
