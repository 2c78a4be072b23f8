import type { Account, NewUser, Platform, User } from './account';
import type { NoReply, Reply } from './client';

/** What somebody wants to be set up. */
export interface Wish {
  /** Name of the platform: found, or made. Absent: the first one that there is. */
  readonly platform?: string;
  readonly phoneNumber?: string;
  /** Who is paid: found by name, or made where all of it is given. Absent: the first one that there is. */
  readonly user: Partial<NewUser>;
}

/** The variables to set, or what is in the way and who can help, in sentences. */
export type SetUp =
  | {
      readonly ok: true;
      readonly variables: Readonly<Record<string, string>>;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly why: string };

/** Finds or makes platform and user. What is there already is used: an account has room for two platforms, for ever. */
export async function setUp(account: Account, wish: Wish): Promise<SetUp> {
  const platform = await platformFor(account, wish);
  if (!platform.ok) return platform;
  const user = await userFor(account, platform.value, wish);
  if (!user.ok) return user;
  const [bank] = user.value.bankAccounts;
  if (!bank) return { ok: false, why: `${user.value.name} has no bank account yet.` };
  return {
    ok: true,
    notes: [platform.note, user.note, `Paid into “${bank.bankAccountLabel}”, ${masked(bank.iban)}.`],
    variables: {
      TIKKIE_VERSION: '1',
      TIKKIE_PLATFORM_TOKEN: platform.value.platformToken,
      TIKKIE_USER_TOKEN: user.value.userToken,
      TIKKIE_BANK_ACCOUNT_TOKEN: bank.bankAccountToken,
      TIKKIE_PAYEE: user.value.name,
    },
  };
}

type Found<T> =
  | { readonly ok: true; readonly value: T; readonly note: string }
  | { readonly ok: false; readonly why: string };

async function platformFor(
  account: Account,
  { platform: name, phoneNumber }: Wish,
): Promise<Found<Platform>> {
  const listed = await account.platforms();
  if (listed.kind !== 'ok') return no('The platforms could not be read', listed);
  const active = listed.value.filter(({ status }) => status === 'ACTIVE');
  const known = name === undefined ? active[0] : active.find((one) => one.name === name);
  if (known) return { ok: true, value: known, note: `The platform “${known.name}” is there already.` };
  if (name === undefined || phoneNumber === undefined)
    return { ok: false, why: 'There is no platform yet: give --platform and --phone (Dutch) to make one.' };
  const made = await account.makePlatform(name, phoneNumber);
  if (made.kind === 'ok') return { ok: true, value: made.value, note: `Made the platform “${name}”.` };
  const names = listed.value.map((one) => `“${one.name}”`).join(' and ');
  if (isCode(made, 'ERR_3100_001'))
    return {
      ok: false,
      why: `Tikkie allows two platforms an account, and yours are ${names}. Use one of them: --platform with its name.`,
    };
  return no('The platform could not be made', made);
}

async function userFor(account: Account, { platformToken }: Platform, { user }: Wish): Promise<Found<User>> {
  const listed = await account.users(platformToken);
  if (listed.kind !== 'ok') return no('The users could not be read', listed);
  const active = listed.value.filter(({ status }) => status === 'ACTIVE');
  const known = user.name === undefined ? active[0] : active.find(({ name }) => name === user.name);
  if (known) return { ok: true, value: known, note: `The user “${known.name}” is there already.` };
  const { name, phoneNumber, iban, bankAccountLabel = name } = user;
  if (!name || !phoneNumber || !iban || !bankAccountLabel)
    return {
      ok: false,
      why: `There is no such user. In ABN AMRO’s sandbox give --user, --phone and --iban (Dutch) to add one. ${BY_SUPPORT}`,
    };
  const made = await account.makeUser(platformToken, { name, phoneNumber, iban, bankAccountLabel });
  if (made.kind === 'ok') return { ok: true, value: made.value, note: `Added the user “${name}”.` };
  if (isCode(made, 'ERR_3100_002')) return { ok: false, why: 'This platform has as many users as it may.' };
  const { why } = no('The user could not be added', made);
  return { ok: false, why: `${why} ${BY_SUPPORT}` };
}

const BY_SUPPORT =
  'In production users are added by Tikkie Business Support: ask them, and run this again when they have done it.';

const isCode = (reply: NoReply, code: string) => reply.kind === 'refused' && reply.code === code;

/** Why there is no answer, for a person at a terminal. */
export function no(what: string, reply: NoReply): { readonly ok: false; readonly why: string } {
  return { ok: false, why: `${what}: ${reasonOf(reply)}.` };
}

function reasonOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): string {
  switch (reply.kind) {
    case 'refused':
      return `refused with ${reply.code || reply.status}`;
    case 'unsent':
      return 'Tikkie could not be reached';
    case 'lost':
      return 'Tikkie gave no answer that can be read, so look before you try again';
  }
}

const masked = (iban: string) => `${iban.slice(0, 4)}…${iban.slice(-4)}`;
