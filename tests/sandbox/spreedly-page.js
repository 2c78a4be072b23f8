// A shop's page with Express on it, as its documentation shows it. The address says how it is opened.
const query = new URLSearchParams(location.search);
const told = [];
window.told = told;
const express = window.SpreedlyExpress;
const field = document.getElementById('payment_method_token');
const say = (what) => {
  told.push(what);
  document.getElementById('told').textContent = told.join(' ');
};

express.onInit(() => say('init'));
express.onViewOpen(() => say('open'));
express.onViewClose(() => say('close'));
express.onPaymentMethod((token, method) => {
  field.value = token;
  say(`kept:${method.card_type}:${method.last_four_digits}`);
});
const options = Object.fromEntries(
  ['nonce', 'timestamp', 'certificateToken', 'signature'].flatMap((name) =>
    query.has(name) ? [[name, query.get(name)]] : [],
  ),
);
express.init(
  query.get('env'),
  {
    amount: '$62.50',
    company_name: 'Northbank',
    full_name: 'Ada Byron',
    submit_label: 'Pay $62.50',
    ...options,
  },
  { email: 'ada@example.com' },
);
document.querySelector('button').addEventListener('click', () => express.openView());
