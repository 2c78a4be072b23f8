import { describe, expect, it, vi } from 'vitest';
import { silentLog } from '@/lib/platform/log';
import type { Foyer } from './foyer';
import { cut, startRetention } from './retention';

const DAY = 24 * 3_600_000;

function keeper(retentionDays: number | null, forget = vi.fn(async () => 3)) {
  const log = { ...silentLog, event: vi.fn(), fault: vi.fn() };
  // Only what retention asks for.
  const foyer = { config: { app: { retentionDays } }, store: { forget }, log, now: () => 500 * DAY };
  return { foyer: foyer as unknown as Foyer, forget, log };
}

describe('retention', () => {
  it('cuts what ended before the configured days, and says so', async () => {
    const { foyer, forget, log } = keeper(400);
    await cut(foyer, 400);
    expect(forget).toHaveBeenCalledWith(100 * DAY);
    expect(log.event).toHaveBeenCalledWith('retention.done', { count: 3 });
  });

  it('survives a database that is away', async () => {
    const away = vi.fn(async () => Promise.reject(new Error('away')));
    const { foyer, log } = keeper(400, away);
    await cut(foyer, 400);
    expect(log.fault).toHaveBeenCalledOnce();
  });

  it('runs daily, and never where it is switched off', () => {
    vi.useFakeTimers();
    const every = vi.fn((_ms: number, _work: () => void) => () => undefined);
    const on = keeper(30);
    const running = startRetention(on.foyer, { every });
    expect(every.mock.calls.map(([ms]) => ms)).toEqual([DAY]);
    vi.advanceTimersByTime(60_000);
    expect(on.forget).toHaveBeenCalledWith(470 * DAY);
    running.stop();
    startRetention(keeper(null).foyer, { every }).stop();
    expect(every).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
