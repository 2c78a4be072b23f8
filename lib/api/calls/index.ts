import 'server-only';
import type { Call } from '../http/handler';
import { payByCardDetails } from './card-details';
import {
  acceptChanges,
  checkNow,
  extendHold,
  holdAgain,
  putDetails,
  readCheckout,
  releaseHold,
} from './checkout';
import { createCheckout } from './create-checkout';
import { lookUp } from './lookup';
import { hearNotice } from './notices';
import {
  bookForOperator,
  cancelItems,
  checkForOperator,
  listAttention,
  markRefunded,
  readForOperator,
  refundItems,
  timeoutCallback,
} from './ops';
import { sendResult, startAttempt } from './payments';
import { openPicker, quote, removePickerItem } from './quotes';
import { listEvents, listOffers, listSuppliers, readEvent } from './suppliers';
import { health, listProblems, metrics, readiness } from './system';
import { readVoucher } from './vouchers';

/** Every call there is, in the order of the documentation. A test holds it against the route files. */
export const CALLS: readonly Call[] = [
  listSuppliers,
  listEvents,
  readEvent,
  listOffers,
  openPicker,
  removePickerItem,
  quote,
  createCheckout,
  readCheckout,
  releaseHold,
  acceptChanges,
  holdAgain,
  extendHold,
  checkNow,
  putDetails,
  startAttempt,
  payByCardDetails,
  sendResult,
  readVoucher,
  lookUp,
  hearNotice,
  listAttention,
  readForOperator,
  checkForOperator,
  timeoutCallback,
  cancelItems,
  refundItems,
  bookForOperator,
  markRefunded,
  health,
  readiness,
  metrics,
  listProblems,
];
