import type { FromForm, Hello, ToForm } from '../messages';
import { CardForm } from './form';

/** The form's page. It takes one port from the shop's page and keeps cards itself, so digits never leave its origin. */

const shop = document.documentElement.dataset.shop;

function isHello(data: unknown): data is Hello {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'foyer-spreedly-form';
}

function start(hello: Hello, port: MessagePort): void {
  const say = (message: FromForm) => port.postMessage(message);
  const form = new CardForm(hello, say);
  port.onmessage = ({ data }: MessageEvent<ToForm>) => {
    switch (data.type) {
      case 'display':
        return form.show(data.display);
      case 'params':
        return form.keep(data.params);
      case 'opened':
        return form.focus();
    }
  };
  say({ type: 'ready' });
}

window.addEventListener('message', function first(event: MessageEvent<unknown>) {
  const [port] = event.ports;
  if (event.source !== window.parent || event.origin !== shop || !port || !isHello(event.data)) return;
  window.removeEventListener('message', first);
  start(event.data, port);
});
