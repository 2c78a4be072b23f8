import { addDays } from '../../../core/local-time';
import type { Params } from '../params';
import { bad } from '../refusals';

const PAGE_LENGTH = 50;

/** One page of a list, with the platform's counts; page numbers start at 0. */
export function pageOfList<T>(
  all: readonly T[],
  params: Params,
): { page: T[]; status: Record<string, number> } {
  const length = Math.max(1, params.int('page_length') ?? params.int('page_len') ?? PAGE_LENGTH);
  const number = params.int('page_number') ?? params.int('page_no') ?? 0;
  const page = all.slice(number * length, (number + 1) * length);
  const left = Math.max(0, all.length - (number + 1) * length);
  return {
    page,
    status: {
      page_length: length,
      page_number: number,
      pages_remaining: Math.ceil(left / length),
      results_remaining: left,
      total_unpaged_results: all.length,
    },
  };
}

/** `yyyymmdd:yyyymmdd`, either side blank, as two dates `YYYY-MM-DD`. */
export function dateRange(params: Params): { from?: string; to?: string } {
  const text = params.text('date_range') ?? params.text('s_dates');
  if (text === undefined) return {};
  const found = /^(\d{8})?:(\d{8})?$/.exec(text);
  if (!found) throw bad('date_range must be yyyymmdd:yyyymmdd');
  const date = (digits: string | undefined) => {
    if (digits === undefined) return undefined;
    const written = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
    if (Number.isNaN(Date.parse(written)) || addDays(written, 0) !== written)
      throw bad('date_range has an invalid date');
    return written;
  };
  return { from: date(found[1]), to: date(found[2]) };
}
