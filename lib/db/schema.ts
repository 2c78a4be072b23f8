/**
 * The tables as both databases have them: text, integers (milliseconds, minor units, counters) and JSON as text.
 * Nothing here exists in one of them only, so every query is written once.
 */
export interface Tables {
  checkouts: CheckoutRow;
  journal: JournalRow;
  inputs: InputRow;
  return_tokens: ReturnTokenRow;
  outbox: OutboxRow;
  grants: GrantRow;
  baskets: BasketRow;
  idempotency_keys: KeyRow;
  limits: LimitRow;
}

/** The state itself is `body`; the columns beside it are what queries ask for, written from the body in the same statement. */
export interface CheckoutRow {
  id: string;
  body: string;
  /** Shape of `body`, so that a later version of the code can read what an earlier one wrote. */
  body_version: number;
  supplier: string;
  reference: string;
  tickets: string;
  money: string;
  attention_code: string | null;
  attention_since: number | null;
  created_at: number;
  updated_at: number;
  due_at: number | null;
  version: number;
  fence: number;
  lease_owner: string | null;
  /** 0 while nobody holds the lease. */
  lease_until: number;
  /** How many inputs and journal lines were numbered so far. */
  entries: number;
  /** When personal data was cut from it. */
  forgotten_at: number | null;
}

export interface JournalRow {
  checkout_id: string;
  seq: number;
  at: number;
  kind: string;
  name: string;
  attempt_id: string | null;
  data: string | null;
}

export interface InputRow {
  id: string;
  checkout_id: string;
  seq: number;
  attempt_id: string | null;
  step_id: string | null;
  kind: string;
  data: string;
  at: number;
  used_at: number | null;
}

export interface ReturnTokenRow {
  token: string;
  checkout_id: string;
  attempt_id: string;
}

export interface OutboxRow {
  key: string;
  id: number;
  checkout_id: string;
  kind: string;
  created_at: number;
  due_at: number;
  leased_until: number;
  tries: number;
  sent_at: number | null;
}

export interface GrantRow {
  session: string;
  checkout_id: string;
}

export interface BasketRow {
  id: string;
  supplier: string;
  session: string;
  /** JSON of the `HoldRequest`. */
  request: string;
  /** Its kind, for the index that allows one open basket of lines. */
  kind: string;
  checkout_id: string | null;
  created_at: number;
}

export interface KeyRow {
  scope: string;
  key: string;
  request_hash: string;
  outcome: string | null;
  claimed_at: number;
}

export interface LimitRow {
  bucket: string;
  count: number;
  resets_at: number;
}
