import { type FieldConfig, isRecord, parsed, type ToField } from '../messages';
import { SecuredField } from './secured-field';

/** A card field's document. It speaks with the page that holds it, if that is the shop's, and with nobody else. */

const root = document.getElementById('root');
const shop = document.documentElement.dataset.shop ?? '';

const FIELDS = ['encryptedCardNumber', 'encryptedExpiryDate', 'encryptedSecurityCode'];

function isConfig(message: Record<string, unknown>): boolean {
  return (
    FIELDS.includes(String(message.fieldType)) &&
    typeof message.numKey === 'number' &&
    (message.iframeUIConfig === undefined || isRecord(message.iframeUIConfig))
  );
}

let field: SecuredField | undefined;
let numKey: unknown;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window.parent || event.origin !== shop || !root) return;
  const message = parsed(event.data);
  if (!message) return;
  if (field) {
    if (message.numKey === numKey) field.receive(message as ToField);
    return;
  }
  if (!isConfig(message)) return;
  const config = message as unknown as FieldConfig;
  numKey = config.numKey;
  const say = (answer: Record<string, unknown>) =>
    window.parent.postMessage(
      JSON.stringify({ ...answer, fieldType: config.fieldType, numKey: config.numKey }),
      shop,
    );
  field = new SecuredField(config, root, say);
  say({ action: 'config' });
});
