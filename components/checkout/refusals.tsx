import { CardTitle } from '@/components/ui/card';
import type { CheckoutView } from '@/lib/api/schemas/checkout';

/** Why something could not be held, reason by reason, in the supplier's words where it has any. */
export function Refusals({ title, refusals }: { title: string; refusals: CheckoutView['refusals'] }) {
  return (
    <div className="space-y-2">
      <CardTitle>{title}</CardTitle>
      <ul className="list-disc space-y-1 ps-5">
        {refusals.map(({ code, item, text }) => (
          <li key={`${code}-${item ?? ''}`} className="supplied">
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
