import { type Context, Hono } from 'hono';
import { bearerOf } from '../access';
import type { Account } from '../accounts';
import { bodyOf, dutchIban, dutchPhone, optional, text } from '../fields';
import { generic, v1 } from '../problems';
import { newUuid, type Sim } from '../sim';
import type { Platform, PlatformUsage, User } from '../types';
import { platformV1, userV1 } from '../wire/v1';

/** Documented. */
const MOST_PLATFORMS = 2;

/** There is a limit, and nobody says which. */
const MOST_USERS = 100;

const USAGES: readonly PlatformUsage[] = ['PAYMENT_REQUEST_FOR_MYSELF', 'PAYMENT_REQUEST_FOR_OTHERS'];

/** Platforms and their users, version 1. */
export function platformRoutes(sim: Sim): Hono {
  const app = new Hono();
  const own = (account: Account) =>
    [...sim.platforms.values()].filter(({ apiKey }) => apiKey === account.apiKey);

  app.get('/v1/tikkie/platforms', (c) => c.json(own(bearerOf(c, sim)).map(platformV1)));

  app.post('/v1/tikkie/platforms', async (c) => {
    const account = bearerOf(c, sim);
    const body = await bodyOf(c);
    const platform: Platform = {
      token: newUuid(),
      apiKey: account.apiKey,
      name: text(body, 'name', 2, 100),
      phoneNumber: dutchPhone(body),
      usage: usageOf(text(body, 'platformUsage', 1, 100)),
      email: optional(body, 'email', 5, 100),
      notificationUrl: optional(body, 'notificationUrl', 1, 200),
    };
    if (own(account).length >= MOST_PLATFORMS) throw v1.manyPlatforms();
    sim.platforms.set(platform.token, platform);
    return c.json(platformV1(platform), 201);
  });

  app.get('/v1/tikkie/platforms/:platform/users', (c) =>
    c.json(usersOf(sim, platformOf(c, sim)).map(userV1)),
  );

  app.post('/v1/tikkie/platforms/:platform/users', async (c) => {
    const platform = platformOf(c, sim);
    // Which code the real one has for this is not documented.
    if (sim.settings.production) throw generic('2005_002', 'The API Key is not valid for the resource');
    const body = await bodyOf(c);
    const user: User = {
      token: newUuid(),
      platform: platform.token,
      name: text(body, 'name', 2, 70),
      phoneNumber: dutchPhone(body),
      bankAccount: { token: newUuid(), iban: dutchIban(body), label: text(body, 'bankAccountLabel', 2, 70) },
    };
    if (usersOf(sim, platform).length >= MOST_USERS) throw v1.manyUsers();
    sim.users.set(user.token, user);
    return c.json(userV1(user), 201);
  });
  return app;
}

/** The caller's platform that a path names. */
export function platformOf(c: Context, sim: Sim): Platform {
  const { apiKey } = bearerOf(c, sim);
  const platform = sim.platforms.get(c.req.param('platform') ?? '');
  if (platform?.apiKey !== apiKey) throw v1.noPlatform();
  return platform;
}

/** The user of that platform that a path names. */
export function userOf(c: Context, sim: Sim): User {
  const platform = platformOf(c, sim);
  const user = sim.users.get(c.req.param('user') ?? '');
  if (user?.platform !== platform.token) throw v1.noUser();
  return user;
}

function usersOf(sim: Sim, { token }: Platform): User[] {
  return [...sim.users.values()].filter(({ platform }) => platform === token);
}

function usageOf(value: string): PlatformUsage {
  const usage = USAGES.find((one) => one === value);
  if (!usage) throw v1.field('platformUsage');
  return usage;
}
