import { type Context, Hono } from 'hono';
import { answerOf, pageOf, send } from '../answers';
import { authenticate } from '../auth';
import type { Desk } from '../desk';
import { Params, readParams } from '../params';
import { Refusal } from '../refusals';
import { accountEndpoints } from './account';
import { availabilityEndpoints } from './availability';
import { eventEndpoints } from './events';
import { performanceEndpoints } from './performances';
import { placeEndpoints } from './places';
import { purchaseEndpoints } from './purchase';
import { reserveEndpoints } from './reserve';
import { statusEndpoints } from './status';
import { trolleyEndpoints } from './trolley';
import type { Endpoint } from './types';

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  ...accountEndpoints,
  ...eventEndpoints,
  ...performanceEndpoints,
  ...availabilityEndpoints,
  ...placeEndpoints,
  ...trolleyEndpoints,
  ...reserveEndpoints,
  ...purchaseEndpoints,
  ...statusEndpoints,
};

/** `/f13/{endpoint}`, with or without a slash at the end, and with the user, sub-user and language that may follow. */
export function api(desk: Desk): Hono {
  const app = new Hono();
  app.all('/f13/*', async (c) => {
    try {
      return await serve(desk, c);
    } catch (error) {
      return send(pageOf(desk, answerOf(error)));
    }
  });
  return app;
}

async function serve(desk: Desk, c: Context): Promise<Response> {
  const [name = '', ...rest] = segments(c.req.path);
  const endpoint = Object.hasOwn(ENDPOINTS, name) ? ENDPOINTS[name] : undefined;
  if (!endpoint) throw new Refusal(404, 8, `unknown endpoint ${name}`);
  const params = await readParams(c);
  const who = authenticate(c, params, name === 'callback.v1' ? {} : named(rest));
  const methods = endpoint.acts ? ['POST'] : ['GET', 'HEAD', 'POST'];
  if (!methods.includes(c.req.method)) {
    const refusal = new Refusal(405, 8, `${c.req.method} is not allowed for ${name}`);
    return send(pageOf(desk, answerOf(refusal)), { allow: methods.join(', ') });
  }
  if (endpoint.sells && who.user.browseOnly) throw new Refusal(403, 8, 'this user may not sell tickets');
  const answer = await endpoint.handler({
    desk,
    ...who,
    params: name === 'callback.v1' ? params : withoutLogin(params),
    rest,
  });
  return send('body' in answer ? pageOf(desk, answer) : answer);
}

function segments(path: string): string[] {
  return path
    .replace(/^\/f13\/?/, '')
    .replace(/\/$/, '')
    .split('/')
    .map(decode);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `/{user}/{subuser|-}/{lang|-}`; a dash skips. */
function named([user, subUser]: readonly string[]): { user?: string; subUser?: string } {
  const given = (text: string | undefined) =>
    text === undefined || text === '-' || text === '' ? undefined : text;
  return { user: given(user), subUser: given(subUser) };
}

/** Not for callback.v1: whatever a payment page brought back has to stay whole. */
function withoutLogin({ pairs }: Params): Params {
  return new Params(pairs.filter(([name]) => name !== 'user_id' && name !== 'user_passwd'));
}
