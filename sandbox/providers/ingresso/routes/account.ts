import { ok } from '../answers';
import { checkEmail } from '../purchase/email';
import { userWire } from '../users';
import type { Endpoint } from './types';

/** Who am I, and is this an e-mail address. */
export const accountEndpoints: Readonly<Record<string, Endpoint>> = {
  'test.v1': {
    // Clients of both kinds are about: some read the account flat, some from `user_info`.
    handler: ({ user, subUser }) => {
      const wire = userWire(user, subUser);
      return ok({ ...wire, user_info: wire });
    },
  },
  'email_check.v1': {
    handler: ({ params }) => {
      checkEmail(params.text('email_address') ?? '');
      return ok({});
    },
  },
};
