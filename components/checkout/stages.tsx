import type { ReactNode } from 'react';
import type { Shown } from './shown';
import { type Stage, stageOf } from './stage';
import { DetailsView } from './views/details-view';
import { EndedView } from './views/ended-view';
import { FailedView } from './views/failed-view';
import { HandOverView } from './views/hand-over-view';
import { PayView } from './views/pay-view';
import { RefusedView } from './views/refused-view';
import { ReviewView } from './views/review-view';
import { TicketsView } from './views/tickets-view';
import { WaitingView } from './views/waiting-view';

const VIEWS: Readonly<Record<Stage, (shown: Shown) => ReactNode>> = {
  holding: WaitingView,
  refused: RefusedView,
  review: ReviewView,
  details: DetailsView,
  pay: PayView,
  hand_over: HandOverView,
  waiting: WaitingView,
  unknown: WaitingView,
  tickets: TicketsView,
  ended: EndedView,
  failed: FailedView,
};

/** The view that a checkout's state asks for. `editing` leads back to the form while paying is still ahead. */
export function StageView({ view, locale, editing }: Shown & { editing: boolean }) {
  const stage = stageOf(view);
  const View = VIEWS[stage === 'pay' && editing ? 'details' : stage];
  return <View view={view} locale={locale} />;
}
