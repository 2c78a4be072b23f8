import type { Json } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';

/**
 * Tells which rows of the sandbox's ledger are a purchase's: those whose group is named in the notes that its supplier or its
 * collector keeps, or made of its reference. No supplier need be known for that, and nothing of the notes is shown.
 */
export function ownerOf(checkout: Checkout): (row: { readonly group: string }) => boolean {
  const { memo, request, attempts, reference } = checkout;
  const asked = request.kind === 'basket' ? request.basket : {};
  const named = new Set(
    [memo, asked, ...attempts.flatMap((one) => [one.memo, one.collection])].flatMap(textsIn),
  );
  return ({ group }) => named.has(group) || group.startsWith(`${reference}-`);
}

function textsIn(json: Json | undefined): readonly string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.values(json).flatMap(textsIn);
}
