import 'server-only';
import { call } from '../http/handler';
import { problem } from '../problems/problem';

/** Whatever is asked for under `/api` and is not there: a problem like all others, by every method. */
export const unknown = call(
  {
    id: 'unknown',
    method: 'GET',
    path: '/api/{unknown}',
    summary: 'There is no such call',
    access: 'anyone',
    answers: {},
  },
  async () => problem('not_found'),
);
