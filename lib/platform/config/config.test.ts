import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Configured, describeFaults, maskConfig, parseConfig } from '.';

const SECRET = 'a-secret-that-nobody-else-knows-0123456789';

const demo: Configured = {
  id: 'demo',
  config: z
    .object({ DEMO_URL: z.url().optional(), DEMO_KEY: z.string().min(8).optional() })
    .transform((env) => (env.DEMO_URL ? { url: env.DEMO_URL, key: env.DEMO_KEY } : null)),
};

const good = (env: Record<string, string> = {}, modules = [demo]) => {
  const parsed = parseConfig({ APP_SECRET: SECRET, ...env }, modules);
  if (!parsed.ok) throw new Error(describeFaults(parsed.faults));
  return parsed.config;
};

const faults = (env: Record<string, string>, modules = [demo]) => {
  const parsed = parseConfig({ APP_SECRET: SECRET, ...env }, modules);
  return parsed.ok ? [] : parsed.faults;
};

describe('parseConfig', () => {
  it('needs a secret only', () => {
    const config = good();
    expect(config.app).toMatchObject({
      publicUrl: 'http://localhost:3000',
      databaseUrl: 'file:./data/foyer.db',
      trustedHops: 0,
      opsKey: null,
      partners: [],
      shopName: 'Foyer',
    });
    expect(config.modules.get('demo')).toBeNull();
  });

  it('follows PORT with its address, and treats empty variables as absent', () => {
    expect(good({ PORT: '3100', PUBLIC_URL: ' ', OPS_KEY: '' }).app).toMatchObject({
      port: 3100,
      publicUrl: 'http://localhost:3100',
      opsKey: null,
    });
  });

  it('reads lists', () => {
    const key = 'k'.repeat(24);
    const config = good({
      PARTNER_KEYS: `one:${key}, two:${key}2`,
      ALLOWED_REDIRECTS: 'https://pay.example, https://*.bank.example,http://127.0.0.1:4001',
    });
    expect(config.app.partners.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(config.allowedRedirects).toHaveLength(3);
  });

  it('lists every fault at once, of the shop and of its modules, with a way to mend each', () => {
    const found = faults({
      APP_SECRET: 'short',
      PORT: '99999999',
      PUBLIC_URL: 'https://shop.example/path',
      TRUSTED_HOPS: '-1',
      PARTNER_KEYS: 'nokey',
      ALLOWED_REDIRECTS: 'http://bank.example',
      COLLECTORS: 'piggybank',
      DEMO_URL: 'nowhere',
    });
    const names = found.map(({ variable }) => variable);
    for (const name of [
      'APP_SECRET',
      'PORT',
      'PUBLIC_URL',
      'TRUSTED_HOPS',
      'PARTNER_KEYS',
      'ALLOWED_REDIRECTS',
      'DEMO_URL',
    ]) {
      expect(names).toContain(name);
    }
    expect(found.every(({ problem, mend }) => problem.length > 5 && mend.length > 5)).toBe(true);
  });

  it('says that a required variable is not set', () => {
    const parsed = parseConfig({}, []);
    expect(parsed).toMatchObject({ ok: false, faults: [{ variable: 'APP_SECRET', problem: 'is not set' }] });
  });

  it('knows collectors by their registry', () => {
    expect(faults({ COLLECTORS: 'nobody' })).toMatchObject([{ variable: 'COLLECTORS' }]);
  });

  it('refuses two modules of one id, a partner named twice, and mail from nobody', () => {
    const key = 'k'.repeat(24);
    expect(faults({}, [demo, demo])).toMatchObject([{ variable: 'demo' }]);
    expect(faults({ PARTNER_KEYS: `a:${key},a:${key}` })).toMatchObject([{ variable: 'PARTNER_KEYS' }]);
    expect(faults({ SMTP_URL: 'smtp://127.0.0.1:25' })).toMatchObject([{ variable: 'MAIL_FROM' }]);
  });

  it('never echoes a value that a message quotes', () => {
    const telling: Configured = {
      id: 'telling',
      config: z.object({
        X_KEY: z.string().refine(() => false, { error: (issue) => `bad: ${issue.input}` }),
      }),
    };
    const text = describeFaults(faults({ X_KEY: 'canary-value-123' }, [telling]));
    expect(text).toContain('X_KEY');
    expect(text).not.toContain('canary');
  });
});

describe('combinations', () => {
  it.each(['pk_live_abc123', 'sk_live_abc123', 'rk_live_abc123', 'live_abc12345', 'x:sk_live_abc123'])(
    'refuses the live key %s beside a supplier on this machine',
    (key) => {
      const env = { DEMO_URL: 'http://127.0.0.1:4002', DEMO_KEY: key };
      expect(faults(env)).toMatchObject([{ variable: 'DEMO_KEY' }]);
      expect(describeFaults(faults(env))).not.toContain(key);
      expect(faults({ ...env, DEMO_URL: 'https://demo.example' })).toEqual([]);
    },
  );

  it('does not mind a local URL that no module reads', () => {
    expect(faults({ OTEL_ENDPOINT: 'http://localhost:4318', DEMO_KEY: 'sk_live_abc123' })).toEqual([]);
  });

  it('keeps published secrets on this machine', () => {
    const APP_SECRET = 'sandbox-only-0123456789-0123456789-0123';
    expect(faults({ APP_SECRET, DEMO_URL: 'http://localhost:4002' })).toEqual([]);
    expect(faults({ APP_SECRET, DEMO_URL: 'https://demo.example' })).toMatchObject([
      { variable: 'APP_SECRET' },
    ]);
    expect(faults({ APP_SECRET, PUBLIC_URL: 'https://shop.example' })).toMatchObject([
      { variable: 'APP_SECRET' },
    ]);
  });

  it('reads every entry of a list of addresses', () => {
    const APP_SECRET = 'sandbox-only-0123456789-0123456789-0123';
    const listing: Configured = { id: 'listing', config: z.object({ DOORS: z.string().optional() }) };
    const here = 'http://127.0.0.1:4001, http://localhost:4002';
    expect(faults({ APP_SECRET, DOORS: here }, [listing])).toEqual([]);
    expect(faults({ APP_SECRET, DOORS: `${here},https://bank.example` }, [listing])).toMatchObject([
      { variable: 'APP_SECRET' },
    ]);
  });

  it('wants https for customers', () => {
    expect(faults({ PUBLIC_URL: 'http://shop.example' })).toMatchObject([{ variable: 'PUBLIC_URL' }]);
    expect(faults({ PUBLIC_URL: 'https://shop.example' })).toEqual([]);
  });
});

describe('maskConfig', () => {
  it('shows what is set and hides what it is', () => {
    const config = good({
      OPS_KEY: 'ops-key-canary-0123456789',
      PARTNER_KEYS: `one:partner-canary-${'0'.repeat(20)}`,
      DATABASE_URL: 'postgres://foyer:db-canary@db.example/foyer',
      DEMO_URL: 'https://demo.example/',
      DEMO_KEY: 'demo-canary-key',
    });
    const text = JSON.stringify(maskConfig(config));
    expect(text).not.toMatch(/canary|nobody-else/);
    expect(text).toContain('https://demo.example/');
    expect(text).toContain('db.example');
  });
});
