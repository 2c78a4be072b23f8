// Express 3 as its page of documentation has it, without Spreedly: what the page asked of it is in `window.express`, and
// tests say what the customer did in the window.
(() => {
  const told = { init: [], payment: [], close: [] };
  const express = { inits: [], opened: 0, unloaded: 0, live: false };
  const tell = (what, ...said) => {
    for (const listener of told[what]) listener(...said);
  };
  window.express = {
    ...express,
    pay: (token) => tell('payment', token, { last_four_digits: '1111' }),
    close: () => tell('close'),
  };
  window.SpreedlyExpress = {
    onInit: (listener) => told.init.push(listener),
    onPaymentMethod: (listener) => told.payment.push(listener),
    onViewClose: (listener) => told.close.push(listener),
    init: (env, display, card) => {
      if (window.express.live) throw new Error('Express was started before.');
      window.express.live = true;
      window.express.inits.push({ env, display, card });
      setTimeout(() => tell('init'), 0);
    },
    openView: () => {
      window.express.opened += 1;
    },
    unload: () => {
      window.express.live = false;
      window.express.unloaded += 1;
    },
  };
})();
