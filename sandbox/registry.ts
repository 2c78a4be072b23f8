import type { Provider } from './core/provider';
import { adyen } from './providers/adyen';
import { ingresso } from './providers/ingresso';
import { musement } from './providers/musement';
import { octo } from './providers/octo';
import { spreedly } from './providers/spreedly';
import { stripe } from './providers/stripe';
import { tickitto } from './providers/tickitto';
import { tikkie } from './providers/tikkie';
import { viva } from './providers/viva';

/** Every provider that the sandbox plays. One line each; ports and scenarios follow from it. */
export const providers: readonly Provider[] = [
  ingresso,
  tickitto,
  octo,
  musement,
  tikkie,
  stripe,
  adyen,
  viva,
  spreedly,
];
