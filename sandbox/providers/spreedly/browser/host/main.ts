import { Express } from './express';

/** Where this script came from: the sandbox, whose form it opens. Read while the script first runs. */
function ownOrigin(): string {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || script.src === '')
    throw new Error('The Spreedly sandbox script must be loaded with a <script src> element');
  return new URL(script.src).origin;
}

Object.assign(window, { SpreedlyExpress: new Express(ownOrigin()) });
