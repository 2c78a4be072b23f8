import type { Heart } from '@/lib/checkout/heart';

/** A call of a heart in another process. */
export interface Asked {
  readonly n: number;
  readonly method: keyof Heart;
  readonly args: readonly unknown[];
}

/** Its answer. */
export type Answered =
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly why: string };
