import type { Config } from './types';

/** Key names whose values open something. */
const SECRET = /secret|key|token|password|pass$|pin$|auth/i;

/**
 * The configuration for a person's eyes: secrets shortened to whether they are there, passwords in URLs struck out.
 * Everything else as it is, so that a typo can be seen.
 */
export function maskConfig(config: Config): Record<string, unknown> {
  return mask({ ...config, modules: Object.fromEntries(config.modules) }) as Record<string, unknown>;
}

function mask(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => mask(one, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner, key)]));
  }
  if (typeof value !== 'string') return value;
  if (SECRET.test(name) && value !== '') return `(set, ${value.length} characters)`;
  return withoutPassword(value);
}

function withoutPassword(text: string): string {
  if (!/^[a-z]+:\/\//i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  if (!url.password) return text;
  url.password = '***';
  return url.href;
}
