/** How an account pays. */
export type Payment = 'credit' | 'stripe' | 'redirect';

/** An account of the demo system. */
export interface User {
  readonly id: string;
  readonly realName: string;
  readonly payment: Payment;
  /** May look, and not buy: what a 403 is for. */
  readonly browseOnly?: true;
  readonly backendGroup: string;
}

/** The password of every demo account. */
export const PASSWORD = 'demopass';

const USERS: readonly User[] = [
  {
    id: 'demo',
    realName: 'Demonstration User',
    payment: 'credit',
    backendGroup: 'demo_internal_credit_group',
  },
  {
    id: 'demo-stripe',
    realName: 'Demonstration User (Stripe)',
    payment: 'stripe',
    backendGroup: 'demo_stripe_group',
  },
  {
    id: 'demo-redirect',
    realName: 'Demonstration User (redirect)',
    payment: 'redirect',
    backendGroup: 'demo_redirect_group',
  },
  {
    id: 'demo-browse',
    realName: 'Demonstration User (browse only)',
    payment: 'credit',
    browseOnly: true,
    backendGroup: 'demo_internal_credit_group',
  },
];

/** The account with this name and password. */
export function findUser(id: string, password: string): User | undefined {
  return password === PASSWORD ? USERS.find((user) => user.id === id) : undefined;
}

/** An account as test.v1 and status.v1 describe it. */
export function userWire(user: User, subUser: string): Record<string, unknown> {
  return {
    backend_group: user.backendGroup,
    content_group: '',
    default_country_code: 'uk',
    is_b2b: true,
    real_name: user.realName,
    statement_descriptor: '',
    style: 'fixed-tabs',
    sub_style: 'styled-aff-default',
    sub_sub_style: 'ingresso-generic',
    sub_user: subUser,
    user_id: user.id,
  };
}
