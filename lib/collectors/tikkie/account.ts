import type { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { get, post } from './calls';
import { type Reply, sender } from './client';
import type { Signer } from './config';
import { authorised } from './token';
import { appV2, platformsV1, platformV1, usersV1, userV1 } from './wire';

export type Platform = z.infer<typeof platformV1>;
export type User = z.infer<typeof userV1>;

/** Who is to be paid, where they have to be made first. */
export interface NewUser {
  readonly name: string;
  readonly phoneNumber: string;
  readonly iban: string;
  readonly bankAccountLabel: string;
}

/** What an account of version 1 is set up with. Making is sent once; nothing over there can be taken away again. */
export interface Account {
  platforms(): Promise<Reply<readonly Platform[]>>;
  makePlatform(name: string, phoneNumber: string): Promise<Reply<Platform>>;
  users(platform: string): Promise<Reply<readonly User[]>>;
  makeUser(platform: string, user: NewUser): Promise<Reply<User>>;
}

export function account(http: HttpClient, signer: Signer, now: () => number, ctx: CallContext): Account {
  const send = authorised(http, signer, now);
  const root = '/v1/tikkie/platforms';
  const usersOf = (platform: string) => `${root}/${encodeURIComponent(platform)}/users`;
  return {
    platforms: () => send(ctx, get('platforms', root), platformsV1),
    makePlatform: (name, phoneNumber) => {
      // The other usage, for others' requests, has gone from the later documentation.
      const json = { name, phoneNumber, platformUsage: 'PAYMENT_REQUEST_FOR_MYSELF' };
      return send(ctx, { ...post('platform', root), body: { json } }, platformV1);
    },
    users: (platform) => send(ctx, get('users', usersOf(platform)), usersV1),
    makeUser: (platform, user) =>
      send(ctx, { ...post('user', usersOf(platform)), body: { json: { ...user } } }, userV1),
  };
}

/** Makes an app of version 2; ABN AMRO's sandbox only. */
export function makeApp(http: HttpClient, ctx: CallContext): Promise<Reply<{ appToken: string }>> {
  return sender(http)(ctx, { ...post('app', '/v2/tikkie/sandboxapps'), body: { json: {} } }, appV2);
}
