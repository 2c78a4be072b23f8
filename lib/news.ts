import type { News } from './checkout/settle/news';
import type { Log } from './platform/log';
import type { Metrics } from './platform/metrics';

/** Where the heart's news become log lines and counters: it knows neither. */
export function reporter(log: Log, metrics: Metrics): (news: News) => void {
  return (news) => {
    const { checkoutId } = news;
    switch (news.kind) {
      case 'state': {
        const { ledger, supplier, from, to } = news;
        log.event('checkout.changed', { checkoutId, supplier, kind: ledger, from, to });
        metrics.count('foyer_transitions_total', { ledger, to, supplier });
        return;
      }
      case 'attempt': {
        const { attemptId, option, outcome } = news;
        log.event('attempt.ended', { checkoutId, attemptId, option, outcome });
        metrics.count('foyer_attempts_total', { option, outcome });
        return;
      }
      case 'attention':
        log.warn('checkout.attention', { checkoutId, supplier: news.supplier, attention: news.code });
        return;
      case 'refused':
        log.event('checkout.refused', { checkoutId, verb: news.command, code: news.code });
        metrics.count('foyer_commands_refused_total', { command: news.command, code: news.code });
        return;
    }
  };
}
