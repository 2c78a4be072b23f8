import type { PaymentMethod, Transaction } from './types';

export function methodWire(method: PaymentMethod): Record<string, unknown> {
  return {
    token: method.token,
    created_at: new Date(method.createdMs).toISOString(),
    email: method.email,
    storage_state: method.storage,
    test: true,
    last_four_digits: method.lastFour,
    first_six_digits: method.firstSix,
    card_type: method.cardType,
    first_name: method.fullName.split(' ')[0] ?? '',
    last_name: method.fullName.split(' ').slice(1).join(' '),
    full_name: method.fullName,
    month: method.month,
    year: method.year,
    payment_method_type: 'credit_card',
    errors: [],
    verification_value: '',
    number: `XXXX-XXXX-XXXX-${method.lastFour}`,
  };
}

export function transactionWire(
  transaction: Transaction,
  method: PaymentMethod | undefined,
): Record<string, unknown> {
  const { succeeded } = transaction;
  return {
    token: transaction.token,
    created_at: new Date(transaction.createdMs).toISOString(),
    transaction_type: transaction.type,
    succeeded,
    state: succeeded ? 'succeeded' : 'gateway_processing_failed',
    message: transaction.message,
    amount: transaction.amount,
    currency_code: transaction.currency,
    order_id: transaction.orderId,
    on_test_gateway: true,
    ...(transaction.reference && { reference_token: transaction.reference }),
    ...(method && { payment_method: methodWire(method) }),
  };
}
