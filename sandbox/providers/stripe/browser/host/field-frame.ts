import { connectionError } from '../form';
import type { Answer, CardCall, FieldInit, FromField, ToField } from '../messages';
import { origin } from './origin';

const TITLES = {
  card: 'Secure card payment input frame',
  cardNumber: 'Secure card number input frame',
  cardExpiry: 'Secure expiration date input frame',
  cardCvc: 'Secure CVC input frame',
} as const satisfies Record<FieldInit['kind'], string>;

/** How long a frame may take to answer before the element says that it could not load. */
const LOAD_TIMEOUT_MS = 15_000;

let frames = 0;

/** The iframe of one mounted element and the port to it. */
export class FieldFrame {
  readonly iframe = document.createElement('iframe');
  private port: MessagePort | undefined;
  private queue: ToField[] = [];
  private calls = new Map<number, (answer: Answer) => void>();
  private nextCall = 1;
  private readonly timer: number;

  constructor(
    init: FieldInit,
    private readonly hear: (message: FromField) => void,
    private readonly failed: () => void,
  ) {
    frames += 1;
    const { iframe } = this;
    iframe.name = `__privateStripeFrame${frames}`;
    iframe.title = TITLES[init.kind];
    iframe.src = `${origin}/frames/field`;
    iframe.setAttribute('frameborder', '0');
    iframe.setAttribute('scrolling', 'no');
    iframe.setAttribute('allowtransparency', 'true');
    // Property by property: a shop's policy may forbid style attributes.
    Object.assign(iframe.style, {
      border: 'none',
      margin: '0',
      padding: '0',
      width: '1px',
      minWidth: '100%',
      overflow: 'hidden',
      display: 'block',
      height: '20px',
      userSelect: 'none',
      // A frame whose colour scheme differs from its page's gets an opaque background.
      colorScheme: 'light',
    });
    iframe.addEventListener('load', () => this.greet(init));
    this.timer = window.setTimeout(() => this.failed(), LOAD_TIMEOUT_MS);
  }

  send(message: ToField): void {
    if (this.port) this.port.postMessage(message);
    else this.queue.push(message);
  }

  /** Has the frame call `/v1` with the card in it. */
  call(call: CardCall): Promise<Answer> {
    const id = this.nextCall;
    this.nextCall += 1;
    return new Promise((resolve) => {
      this.calls.set(id, resolve);
      this.send({ type: 'call', id, call });
    });
  }

  remove(): void {
    clearTimeout(this.timer);
    this.port?.close();
    this.iframe.remove();
    for (const resolve of this.calls.values()) resolve({ error: connectionError });
    this.calls.clear();
  }

  private greet(init: FieldInit): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<FromField>) => this.receive(port1, event.data);
    // Only a page of the sandbox's origin can receive this.
    this.iframe.contentWindow?.postMessage(init, origin, [port2]);
  }

  private receive(port: MessagePort, message: FromField): void {
    if (message.type === 'ready') {
      clearTimeout(this.timer);
      this.port = port;
      for (const waiting of this.queue.splice(0)) port.postMessage(waiting);
    }
    if (message.type === 'height') this.iframe.style.height = `${message.px}px`;
    if (message.type === 'answer') {
      this.calls.get(message.id)?.(message.answer);
      this.calls.delete(message.id);
      return;
    }
    this.hear(message);
  }
}
