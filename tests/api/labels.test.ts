import { describe, expect, it } from 'vitest';
import { optionText } from '@/lib/api/text';
import { operatorCollector } from '@/lib/checkout/operator-collector';
import { collectors } from '@/lib/collectors';
import { messages } from '@/lib/i18n/messages';
import { methods } from '@/lib/payments';
import type { ModuleDeps } from '@/lib/platform/modules';
import { suppliers } from '@/lib/suppliers';
import { sandboxEnv } from '@/scripts/lib/sandbox-env';

const deps: ModuleDeps = {
  now: () => 0,
  http: () => ({ send: () => Promise.reject(new Error('nobody is asked')) }) as never,
};

/** Everything that the registries can make, with all of it switched on. */
function made<Made>(
  modules: readonly {
    id: string;
    config: { parse(env: unknown): unknown };
    create(config: unknown, deps: ModuleDeps): Made;
  }[],
): Made[] {
  const env = sandboxEnv({ COLLECTORS: collectors.map(({ id }) => id).join(',') });
  return modules.map((module) => {
    const config = module.config.parse(env);
    if (config === null) throw new Error(`${module.id} is switched off in the sandbox's environment`);
    return module.create(config, deps);
  });
}

const keys = [
  ...made(suppliers).flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)),
  ...made(methods).map(({ id, label }) => [id, label] as const),
  ...[...made(collectors), operatorCollector].map(({ id, label }) => [id, label] as const),
];

describe('the name for people of', () => {
  it.each(keys)('%s is a sentence of every language', (_, label) => {
    for (const { options } of Object.values(messages)) expect(Object.keys(options)).toContain(label);
    expect(optionText('en', label)).not.toBe(label);
  });

  it('a way to pay that nobody wrote one for is shown as it is, as text', () => {
    expect(optionText('en', 'gift\u202e card')).toBe('gift card');
  });
});
