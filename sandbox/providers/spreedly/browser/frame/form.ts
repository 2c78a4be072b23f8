import { onlyDigits } from '../../../../core/typing';
import type { DisplayOptions, FromForm, Hello, KeptCard, MethodParams } from '../messages';
import { type FieldName, Fields } from './fields';

interface Answer {
  transaction?: { payment_method: KeptCard };
  errors?: { attribute?: string; message: string }[];
}

const ATTRIBUTES: Readonly<Record<string, FieldName>> = {
  number: 'number',
  month: 'expiry',
  year: 'expiry',
  verification_value: 'verification_value',
  full_name: 'full_name',
};

/** A press beside the form so soon is the second of the two that opened it. */
const DOUBLE_CLICK_MS = 500;

const need = <T extends Element>(found: T | null): T => {
  if (!found) throw new Error('The form is not whole.');
  return found;
};

/** The window's card form: what the shop wants to be said in it, and the card that it hands to Spreedly. */
export class CardForm {
  private readonly form = need(document.querySelector('form'));
  private readonly fields = new Fields(this.form);
  private readonly button = need(this.form.querySelector<HTMLButtonElement>('button[type=submit]'));
  private readonly alert = need(document.querySelector('[role=alert]'));
  private display: DisplayOptions = {};
  private params: MethodParams;
  private busy = false;
  private openedAt = 0;

  constructor(
    private readonly hello: Hello,
    private readonly say: (message: FromForm) => void,
  ) {
    this.params = hello.params;
    this.show(hello.display);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    need(document.getElementById('close')).addEventListener('click', () => this.close());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      if (event.key === 'Tab') this.goRound(event);
    });
    document.body.addEventListener('mousedown', ({ target, detail, timeStamp }) => {
      const beside = target === document.body || target === document.querySelector('.stage');
      // By the time at which it was pressed: a busy browser brings it later.
      if (beside && detail < 2 && timeStamp - this.openedAt > DOUBLE_CLICK_MS) this.close();
    });
  }

  show(display: DisplayOptions): void {
    this.display = display;
    const texts: Readonly<Record<string, string | undefined>> = {
      company: display.company_name,
      amount: display.amount,
      above: display.sidebar_top_description,
      below: display.sidebar_bottom_description,
    };
    for (const [id, text] of Object.entries(texts)) {
      const element = need(document.getElementById(id));
      element.textContent = text ?? '';
      element.toggleAttribute('hidden', !text);
    }
    this.button.textContent = display.submit_label ?? 'Pay now';
    need(document.querySelector('label[for=full_name]')).textContent = display.name_label ?? 'Name on card';
    if (display.full_name) this.fields.set('full_name', display.full_name);
  }

  keep(params: MethodParams): void {
    this.params = params;
  }

  focus(): void {
    this.openedAt = performance.now();
    this.fields.focus();
  }

  private close(): void {
    if (!this.busy) this.say({ type: 'close' });
  }

  private async submit(): Promise<void> {
    if (this.busy || !this.fields.check()) return;
    this.setBusy(true);
    this.alert.textContent = '';
    const answer = await this.send();
    this.setBusy(false);
    const card = answer?.transaction?.payment_method;
    if (card) {
      this.fields.clear();
      this.say({ type: 'kept', card });
      return;
    }
    const errors = answer?.errors ?? [{ message: 'Spreedly could not be reached. Please try again.' }];
    for (const { attribute, message } of errors) {
      const field = ATTRIBUTES[attribute ?? ''];
      if (field) this.fields.say(field, message);
      else this.alert.textContent = message;
    }
  }

  /** Undefined when nobody answered. */
  private async send(): Promise<Answer | undefined> {
    const [month = '', year = ''] = this.fields.value('expiry').split('/');
    const { nonce, timestamp, certificateToken, signature } = this.display;
    try {
      const response = await fetch('/v1/payment_methods/restricted.json', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          environment_key: this.hello.environment,
          nonce,
          timestamp,
          certificate_token: certificateToken,
          signature,
          payment_method: {
            ...this.params,
            credit_card: {
              number: onlyDigits(this.fields.value('number')),
              verification_value: this.fields.value('verification_value'),
              month: Number(month),
              year: 2000 + Number(year),
              full_name: this.fields.value('full_name'),
            },
          },
        }),
      });
      return (await response.json()) as Answer;
    } catch {
      return undefined;
    }
  }

  private setBusy(busy: boolean): void {
    this.busy = busy;
    this.button.toggleAttribute('data-busy', busy);
    this.button.setAttribute('aria-disabled', String(busy));
  }

  /** Tab goes round inside the window, whatever the browser makes of a frame in a dialog. */
  private goRound(event: KeyboardEvent): void {
    const usable = [...document.querySelectorAll<HTMLElement>('input, button')];
    const edge = event.shiftKey ? usable[0] : usable.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? usable.at(-1) : usable[0])?.focus();
  }
}
