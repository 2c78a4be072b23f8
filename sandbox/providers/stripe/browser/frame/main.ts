import { callApi } from '../form';
import type { CardCall, FieldInit, FromField, ToField } from '../messages';
import { CardForm } from './card-form';
import { peers } from './peers';

/** The card frame. It takes one port from the shop's page and calls `/v1` itself, so digits never leave its origin. */

const root = document.getElementById('root');
const shop = document.documentElement.dataset.shop;

function isInit(data: unknown): data is FieldInit {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'foyer-stripe-field';
}

async function send(
  form: CardForm,
  init: FieldInit,
  call: CardCall,
): Promise<FromField & { type: 'answer' }> {
  const group = [form, ...(init.kind === 'cardNumber' ? peers(init.group) : [])];
  // All are asked, so that each shows what is wrong with it; the first error is the answer.
  const error = group.map((one) => one.demand()).find((one) => one !== undefined);
  if (error) return { type: 'answer', id: 0, answer: { error: { ...error } } };
  const card = Object.assign({}, ...group.map((one) => one.values())) as Record<string, string>;
  const fields: Record<string, string> = { ...call.fields, key: init.key };
  if (init.account) fields._stripe_account = init.account;
  for (const [name, value] of Object.entries(card)) fields[`${call.card}[${name}]`] = value;
  const postalCode = form.postalCode();
  if (postalCode) fields[call.postalCode] = postalCode;
  return { type: 'answer', id: 0, answer: await callApi(call.path, fields) };
}

function start(init: FieldInit, port: MessagePort, target: HTMLElement): void {
  const say = (message: FromField) => port.postMessage(message);
  const form = new CardForm(init, target, say);
  window.foyerStripePeer = form;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') say({ type: 'enter' });
    if (event.key === 'Escape') say({ type: 'escape' });
  });
  port.onmessage = async (event: MessageEvent<ToField>) => {
    const message = event.data;
    switch (message.type) {
      case 'update':
        return form.update(message.options);
      case 'call':
        return say({ ...(await send(form, init, message.call)), id: message.id });
      default:
        return form[message.type]();
    }
  };
  say({ type: 'ready' });
}

window.addEventListener('message', function first(event: MessageEvent<unknown>) {
  const [port] = event.ports;
  if (event.source !== window.parent || event.origin !== shop || !port || !root || !isInit(event.data))
    return;
  window.removeEventListener('message', first);
  start(event.data, port, root);
});
