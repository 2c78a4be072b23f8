import 'server-only';
import { z } from 'zod';
import type { Heard } from '@/lib/checkout/supplier';
import type { Foyer } from '@/lib/foyer';
import { BODY_LIMIT, readBytes } from '../http/body';
import { browsing } from '../http/context';
import { call } from '../http/handler';
import { Problem, problem } from '../problems/problem';

/** POST /api/webhooks/{supplier} */
export const hearNotice = call(
  {
    id: 'hearNotice',
    method: 'POST',
    path: '/api/webhooks/{supplier}',
    summary:
      'Where a supplier says that something changed. Nothing in it is believed: it is a reason to look',
    access: 'outside',
    params: z.object({ supplier: z.string().regex(/^[a-z]{1,20}$/) }),
    answers: {
      200: { description: 'Heard' },
      401: { description: 'Not from the supplier' },
      503: { description: 'It cannot be told now what it is about: send it again', headers: ['Retry-After'] },
    },
  },
  async ({ foyer, request, params, requestId, locale }) => {
    const supplier = foyer.suppliers.get(params.supplier);
    if (!supplier?.notices) return problem('not_found');
    const bytes = await readBytes(request, BODY_LIMIT);
    if (bytes instanceof Problem) return bytes;
    const authorization = request.headers.get('authorization');
    const notice = { authorization, body: new TextDecoder().decode(bytes) };
    const heard = await supplier.notices(browsing({ requestId, locale }), notice);
    return answer(foyer, supplier.id, heard);
  },
);

async function answer(foyer: Foyer, supplier: string, heard: Heard): Promise<Response> {
  switch (heard.kind) {
    case 'forged':
      return new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Foyer"' } });
    case 'later':
      return new Response(null, { status: 503, headers: { 'Retry-After': '30' } });
    case 'nothing':
      break;
    case 'about': {
      // A notice of one supplier is no reason to look at another's checkout.
      const stored = await foyer.heart.read(heard.checkoutId);
      if (stored?.checkout.supplier === supplier) await foyer.heart.check(heard.checkoutId);
    }
  }
  return new Response(null, { status: 200 });
}
