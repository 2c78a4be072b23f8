import '@adyen/adyen-web/styles/adyen.css';
import '../adyen/theme.css';

/**
 * The parts of Adyen's library that are used. Taken from the package through a module of ours, so that the bundler leaves
 * the rest out of the one chunk that the pay document loads (a third of it). Redirects and 3-D Secure are part of the core.
 */
export { AdyenCheckout, Bancontact, Card, Dropin } from '@adyen/adyen-web';
