import { Badge, type Tone } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { Picture } from '@/components/ui/picture';
import type { ItemView } from '@/lib/api/schemas/checkout';
import { formatDay } from '@/lib/i18n/dates';
import { translator } from '@/lib/i18n/translator';
import type { Shown } from '../shown';
import { NotBooked } from './not-booked';
import { Vouchers } from './vouchers';

const TONES: Readonly<Record<ItemView['status'], Tone>> = {
  open: 'neutral',
  held: 'neutral',
  booking: 'warning',
  booked: 'positive',
  failed: 'danger',
  released: 'neutral',
  expired: 'neutral',
  cancelled: 'danger',
  unknown: 'warning',
};

/** One item after paying, as a ticket: what it is, whether it is booked, and how to get in. One a printed page. */
export function TicketCard({ item, view, locale }: Shown & { item: ItemView }) {
  const t = translator(locale, 'checkout');
  const booked = item.status === 'booked';
  /** Nobody goes there with it any more: what is good to know about the visit would mislead. */
  const over = !booked && item.status !== 'booking' && item.status !== 'unknown';
  return (
    <article className="stub" data-print={booked ? 'page' : 'no'}>
      <div className="space-y-4 p-5 sm:p-7">
        <div className="flex items-start justify-between gap-5">
          <div className="min-w-0 space-y-3">
            <Badge tone={TONES[item.status]}>{t(`tickets.${item.status}`)}</Badge>
            <h2 className="supplied text-2xl leading-tight font-bold sm:text-3xl">
              <bdi>{item.title}</bdi>
            </h2>
          </div>
          {item.image && (
            <Picture
              src={item.image}
              alt=""
              className="size-24 shrink-0 rounded-md max-sm:hidden print:hidden"
            />
          )}
        </div>
        <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {item.startsAt && (
            <Fact name={t('tickets.when')}>
              <DateTime at={item.startsAt} timeZone={item.timeZone} locale={locale} />
            </Fact>
          )}
          {!item.startsAt && item.day && (
            <Fact name={t('tickets.when')}>
              <time dateTime={item.day}>{formatDay(item.day, locale)}</time>
            </Fact>
          )}
          {item.venue && <Fact name={t('tickets.where')}>{item.venue}</Fact>}
          <Fact name={t('tickets.what')}>
            {item.tickets.map(({ quantity, label }) => t('summary.ticket', { quantity, label })).join('\n')}
          </Fact>
          {item.seats && item.seats.length > 0 && (
            <Fact name={t('tickets.seats')}>{item.seats.join(', ')}</Fact>
          )}
          {item.delivery && <Fact name={t('summary.delivery')}>{item.delivery}</Fact>}
          {!over && item.notices.length > 0 && (
            <Fact name={t('tickets.notices')}>{item.notices.join('\n')}</Fact>
          )}
        </dl>
        {!booked && <NotBooked item={item} entries={view.money.entries} locale={locale} />}
      </div>
      {booked && (
        <>
          <div className="tear" />
          <div className="space-y-5 p-5 sm:p-7">
            {item.reference && (
              <div className="space-y-1">
                <p className="eyebrow">{t('tickets.reference')}</p>
                <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <bdi
                    dir="ltr"
                    className="figures font-display text-3xl font-bold wrap-anywhere select-all sm:text-4xl"
                  >
                    {item.reference}
                  </bdi>
                  <CopyButton
                    value={item.reference}
                    label={translator(locale, 'common')('copy')}
                    done={translator(locale, 'common')('copied')}
                    description={t('tickets.referenceOf', { title: item.title })}
                    className={buttonClass({ kind: 'secondary', size: 'small' })}
                  />
                </div>
                <p className="text-sm text-muted">{t('tickets.referenceHint')}</p>
              </div>
            )}
            {item.instructions && (
              <div className="space-y-1">
                <h3 className="eyebrow font-sans">{t('tickets.instructions')}</h3>
                <p className="supplied max-w-prose">{item.instructions}</p>
              </div>
            )}
            <Vouchers item={item} locale={locale} />
          </div>
        </>
      )}
    </article>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="eyebrow">{name}</dt>
      <dd className="supplied font-medium">
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
