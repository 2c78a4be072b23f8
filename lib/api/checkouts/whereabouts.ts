import type { PlacedStep } from '@/lib/checkout/model';

/** The page that a step is shown on. */
export function whereabouts(id: string, attempt: string | undefined, step: PlacedStep | null): string {
  if (attempt && step?.kind === 'pay') return `/checkout/${id}/pay/${attempt}`;
  if (attempt && step?.kind === 'redirect') return `/checkout/${id}/go/${attempt}`;
  return `/checkout/${id}`;
}
