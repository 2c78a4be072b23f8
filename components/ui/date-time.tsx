import { formatMoment } from '@/lib/i18n/dates';

interface DateTimeProps {
  at: string;
  timeZone?: string;
  locale: string;
  className?: string;
}

/** When something starts, in the venue's own time with the zone named. */
export function DateTime({ at, timeZone, locale, className }: DateTimeProps) {
  return (
    <time dateTime={at} className={className}>
      {formatMoment(at, timeZone, locale)}
    </time>
  );
}
