import { Alert } from '@/components/ui/alert';
import type { CheckoutView } from '@/lib/api/schemas/checkout';

/** How grave the server's sentence is; anything not listed is plain news. */
function toneOf(code: string): 'neutral' | 'positive' | 'warning' | 'danger' {
  if (code.startsWith('booked_paid') || code === 'booked_free' || code === 'booked_paying') return 'positive';
  const expected = code.startsWith('booked') || code.includes('cancelled');
  if (code.includes('refund_due') && !expected) return 'danger';
  if (/^(declined|not_held|details_rejected|lost_\w+)$/.test(code)) return 'danger';
  if (/unknown|part_|cancelled_|none_left_|changed|expired|failed|refund|letting_go/.test(code))
    return 'warning';
  return 'neutral';
}

/** The one sentence that says how tickets and money stand, and whether paying is safe. */
export function Banner({ message, detail }: { message: CheckoutView['message']; detail?: string }) {
  return (
    <Alert tone={toneOf(message.code)} title={message.text}>
      {detail}
    </Alert>
  );
}
