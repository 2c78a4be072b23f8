import type { Context } from 'hono';
import type { Params } from './params';
import { Refusal } from './refusals';
import { findUser, type User } from './users';

/**
 * Who calls: HTTP Basic, or in the platform's older way `user_id` (or a user in the path) with `user_passwd`. A sub-user
 * is named by `sub_id` or in the path.
 */
export function authenticate(
  c: Context,
  params: Params,
  path: { user?: string; subUser?: string },
): { user: User; subUser: string } {
  const basic = basicOf(c.req.header('authorization'));
  const id = basic?.id ?? params.text('user_id') ?? path.user ?? '';
  const user = findUser(id, basic?.password ?? params.text('user_passwd') ?? '');
  if (!user || (path.user !== undefined && path.user !== user.id))
    throw new Refusal(401, 3, 'User authorisation failure');
  return { user, subUser: params.text('sub_id') ?? path.subUser ?? '' };
}

function basicOf(header: string | undefined): { id: string; password: string } | undefined {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(header ?? '') ?? [];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { id: text.slice(0, colon), password: text.slice(colon + 1) };
}
