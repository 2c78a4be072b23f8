import { describe, expect, it } from 'vitest';
import { namedEndings } from './bench/ends';
import { luhn } from './core/luhn';
import { findActivity } from './providers/musement/catalogue';
import { PRODUCTS } from './providers/octo/catalogue';
import { providers } from './registry';

const all = providers.flatMap(({ id, scenarios }) => scenarios.map((scenario) => ({ id, scenario })));

describe('scenarios', () => {
  it('have names of their own, under their provider', () => {
    const ids = all.map(({ scenario }) => scenario.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { id, scenario } of all) expect(scenario).toMatchObject({ provider: id });
  });

  it('say what to do and what comes of it', () => {
    const silent = all.filter(({ scenario: { title, how, expect: comes } }) => !title || !how || !comes);
    expect(silent).toEqual([]);
  });

  it('name cards that can be typed, but for the one with a slip', () => {
    const wrong = all.filter(
      ({ scenario: { card } }) => card && !(luhn(card.number) && /^\d\d\/\d\d$/.test(card.expiry)),
    );
    expect(wrong.map(({ scenario }) => scenario.id)).toEqual(['spreedly.form.mistake']);
  });

  it('name products that OCTO sells', () => {
    const sold = new Set(PRODUCTS.map(({ id }) => id));
    const octo = all.filter(({ id }) => id === 'octo').flatMap(({ scenario }) => scenario.event ?? []);
    expect(octo.filter((event) => !sold.has(event))).toEqual([]);
  });

  it('name activities that Musement sells', () => {
    const musement = all
      .filter(({ id }) => id === 'musement')
      .flatMap(({ scenario }) => scenario.event ?? []);
    expect(musement.filter((event) => event.length !== 36 || !findActivity(event))).toEqual([]);
  });

  it('are there for every ending that is named', () => {
    const ids = new Set(all.map(({ scenario }) => scenario.id));
    expect(namedEndings.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('listen each at a place of their own', () => {
    expect(new Set(providers.map(({ offset }) => offset)).size).toBe(providers.length);
  });
});
