import type { DisplayOptions, FromForm, Hello, KeptCard, MethodParams, ToForm } from '../messages';

type Listener<T extends unknown[]> = (...told: T) => void;

/** `SpreedlyExpress`, versions 2 and 3, as shops use it: one form a page, in a window over it. */
export class Express {
  private dialog: HTMLDialogElement | undefined;
  private port: MessagePort | undefined;
  private environment = '';
  private display: DisplayOptions = {};
  private params: MethodParams = {};
  private readonly inits: Listener<[]>[] = [];
  private readonly methods: Listener<[string, KeptCard]>[] = [];
  private readonly opens: Listener<[]>[] = [];
  private readonly closes: Listener<[]>[] = [];

  constructor(private readonly origin: string) {}

  /** Loads the form. Asked again, it begins anew. */
  init = (environment: string, display: DisplayOptions = {}, params: MethodParams = {}): void => {
    this.unload();
    Object.assign(this, { environment, display, params });
    const dialog = document.createElement('dialog');
    const iframe = document.createElement('iframe');
    dialog.setAttribute('aria-label', 'Card payment');
    // The dialog fills the window and shows nothing itself: backdrop and form are the frame's.
    Object.assign(dialog.style, {
      position: 'fixed',
      inset: '0',
      width: '100vw',
      height: '100dvh',
      maxWidth: 'none',
      maxHeight: 'none',
      margin: '0',
      padding: '0',
      border: 'none',
      background: 'transparent',
      overflow: 'hidden',
    });
    Object.assign(iframe.style, {
      width: '100%',
      height: '100%',
      border: 'none',
      display: 'block',
      // A frame whose colour scheme differs from its page's gets an opaque background.
      colorScheme: 'light',
    });
    iframe.name = 'spreedly-express';
    iframe.title = 'Secure card payment form';
    iframe.src = `${this.origin}/express/form?environment_key=${encodeURIComponent(environment)}`;
    iframe.addEventListener('load', () => this.greet(iframe), { once: true });
    // Escape while the focus is outside the frame; inside, the form takes it.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
    dialog.append(iframe);
    document.body.append(dialog);
    // Out of sight until it is asked for, and loaded all the same.
    Object.assign(dialog.style, { display: 'block', visibility: 'hidden', pointerEvents: 'none' });
    this.dialog = dialog;
  };

  openView = (): void => {
    const { dialog } = this;
    if (!dialog) throw new Error('SpreedlyExpress.init must be called before openView');
    if (dialog.open) return;
    Object.assign(dialog.style, { visibility: 'visible', pointerEvents: 'auto' });
    dialog.showModal();
    dialog.querySelector('iframe')?.focus();
    this.say({ type: 'opened' });
    for (const told of this.opens) told();
  };

  setDisplayOptions = (display: DisplayOptions): void => {
    this.display = { ...this.display, ...display };
    this.say({ type: 'display', display: this.display });
  };

  setPaymentMethodParams = (params: MethodParams): void => {
    this.params = { ...this.params, ...params };
    this.say({ type: 'params', params: this.params });
  };

  onInit = (told: Listener<[]>): void => void this.inits.push(told);
  onPaymentMethod = (told: Listener<[string, KeptCard]>): void => void this.methods.push(told);
  onViewOpen = (told: Listener<[]>): void => void this.opens.push(told);
  onViewClose = (told: Listener<[]>): void => void this.closes.push(told);

  /** Takes the form away. Listeners stay. */
  unload = (): void => {
    this.port?.close();
    this.port = undefined;
    this.dialog?.remove();
    this.dialog = undefined;
  };

  private say(message: ToForm): void {
    this.port?.postMessage(message);
  }

  private greet(iframe: HTMLIFrameElement): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromForm>) => this.hear(port1, data);
    const { environment, display, params } = this;
    const hello: Hello = { type: 'foyer-spreedly-form', environment, display, params };
    // Only a page of the sandbox's origin can receive this.
    iframe.contentWindow?.postMessage(hello, this.origin, [port2]);
  }

  private hear(port: MessagePort, message: FromForm): void {
    switch (message.type) {
      case 'ready':
        this.port = port;
        for (const told of this.inits) told();
        return;
      case 'close':
        this.close();
        return;
      case 'kept':
        this.close();
        for (const told of this.methods) told(message.card.token, message.card);
    }
  }

  private close(): void {
    const { dialog } = this;
    if (!dialog?.open) return;
    dialog.close();
    Object.assign(dialog.style, { visibility: 'hidden', pointerEvents: 'none' });
    for (const told of this.closes) told();
  }
}
