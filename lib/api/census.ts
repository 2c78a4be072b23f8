import 'server-only';
import type { Foyer } from '@/lib/foyer';

/** One pair of ledgers with how many checkouts stand in it. */
type Cell = Awaited<ReturnType<Foyer['store']['census']>>[number];

const unknown = ({ tickets, money }: Cell) => tickets === 'unknown' || money === 'unknown';

/** Held and captured is the moment between paying and booking; longer than a moment it is an alert. */
const paidNotBooked = ({ tickets, money }: Cell) =>
  money === 'captured' && tickets !== 'booked' && tickets !== 'part_booked';

const unsettled = (cell: Cell) => unknown(cell) || paidNotBooked(cell) || cell.tickets === 'attempting';

/** Sets the levels from the store, when somebody reads them: any instance tells of all checkouts. */
export async function countCheckouts({ store, metrics, now }: Foyer): Promise<void> {
  metrics.clear('foyer_checkouts');
  const cells = await store.census().catch(() => null);
  metrics.set('foyer_store_up', cells === null ? 0 : 1);
  if (cells === null) return;
  const count = (test: (cell: Cell) => boolean) =>
    cells.filter(test).reduce((sum, cell) => sum + Number(cell.count), 0);
  for (const { tickets, money, attention, count: number } of cells) {
    metrics.set('foyer_checkouts', Number(number), { tickets, money, attention: attention ?? 'none' });
  }
  metrics.set('foyer_unknown_outcomes', count(unknown));
  metrics.set('foyer_paid_not_booked', count(paidNotBooked));
  metrics.set(
    'foyer_refund_due',
    count(({ money }) => money === 'refund_due'),
  );
  const begun = cells.filter(unsettled).map(({ oldest }) => Number(oldest));
  const oldest = begun.length === 0 ? 0 : Math.max(0, now() - Math.min(...begun)) / 1000;
  metrics.set('foyer_oldest_unsettled_seconds', oldest);
}
