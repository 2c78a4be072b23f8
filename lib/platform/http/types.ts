import type { CallContext } from '@/lib/checkout/supplier';

/** One outgoing call. The origin is the client's, fixed by configuration; a path can never leave it. */
export interface HttpCall {
  /** Short name for journal and metrics, such as `basket.read`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path, already encoded; no query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly json: unknown } | { readonly form: readonly (readonly [string, string])[] };
  /** `payment` answers are at most 2 MB, `catalogue` 16 MB. */
  readonly kind: 'payment' | 'catalogue';
  /**
   * The retry table, call by call: `always` where doing it twice does the work once (reads, idempotent calls);
   * `unsent` only when it surely never reached the supplier.
   */
  readonly repeat: 'always' | 'unsent';
  /** For the whole call with its retries. Default 15 s. */
  readonly deadlineMs?: number;
}

/** What came of a call. Only `unsent` proves that nothing happened at the other side; `lost` proves nothing. */
export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'unsent'; readonly why: string }
  | { readonly kind: 'lost'; readonly why: string };

export interface HttpClient {
  call(ctx: CallContext, call: HttpCall): Promise<HttpAnswer>;
}

/** A client for one outside system. `headers` (keys and the like) go with each call and are never logged. */
export interface HttpClientOptions {
  readonly system: string;
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
}
