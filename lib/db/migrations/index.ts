import type { Kysely } from 'kysely';
import { first } from './001-first';
import { basketLines } from './002-basket-lines';

export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** In this order, for ever: a migration that ran anywhere is never edited, only followed by another. */
export const migrations: readonly Migration[] = [
  { name: '001-first', up: first },
  { name: '002-basket-lines', up: basketLines },
];
