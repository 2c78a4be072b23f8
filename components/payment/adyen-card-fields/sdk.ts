import '@adyen/adyen-web/styles/adyen.css';
import '../adyen/theme.css';

/** The parts of Adyen's library that are used, through a module of ours, so that the bundler leaves out the rest. */
export { AdyenCheckout, Card } from '@adyen/adyen-web';
