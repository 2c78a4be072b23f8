import { describe, expect, it } from 'vitest';
import { offersOf } from './map-offer';
import { offerId, readOfferId } from './offer-id';
import { availabilityWire } from './wire-offer';

const GBP = { code: 'GBP', exponent: 2 };

describe('offers', () => {
  const band = {
    price_band_code: 'A/pool',
    number_available: 4,
    sale_seatprice: 30,
    sale_surcharge: 4,
    is_offer: true,
    non_offer_sale_seatprice: 40,
    non_offer_sale_surcharge: 4,
    discount_code: '',
  };
  const read = (change: object, more: object = {}) => {
    const type = { ticket_type_code: 'ST', ticket_type_desc: 'Stalls', price_band: [{ ...band, ...change }] };
    const wire = availabilityWire.parse({
      availability: { ticket_type: [type] },
      valid_quantities: [1, 2, 3, 6],
      ...more,
    });
    return offersOf(wire, { perf: '6IF-1', currency: GBP });
  };

  it('are bands with their prices, what they cost without the offer, and how many there can be', () => {
    expect(read({})).toMatchObject([
      {
        id: '6IF-1|ST|A/pool',
        title: 'Stalls',
        quantities: [1, 2, 3],
        ticketTypes: [
          {
            type: 'standard',
            price: { amount: 3400 },
            fee: { amount: 400 },
            before: { amount: 4400 },
            max: 3,
          },
        ],
      },
    ]);
  });

  it('have discounts as kinds of tickets, with the ages that they are for', () => {
    const discount = [
      {
        ...band,
        discount_code: 'CHILD',
        discount_desc: 'Child',
        is_offer: false,
        discount_maximum_eligible_age: 15,
      },
      { ...band, discount_code: 'X', sale_seatprice: 'free' },
    ];
    expect(read({ possible_discounts: { discount } })[0]?.ticketTypes).toMatchObject([
      { type: 'CHILD', label: 'Child', notice: 'Up to age 15' },
    ]);
  });

  it('have seats in blocks of neighbours, in the order of the rows', () => {
    const free_seat_blocks = {
      blocks_by_row: { B: [['B2', 'B3'], ['B7']], A: [['A1']] },
      restricted_view_seats: ['B7'],
      seats_by_text_message: { 'Behind a pillar': ['B7'], Draughty: ['B7', 'A1'] },
    };
    const [offer] = read(
      { free_seat_blocks, allows_leaving_single_seats: 'never' },
      { contiguous_seat_selection_only: true },
    );
    expect(offer?.seats?.map(({ id, block }) => [id, block])).toEqual([
      ['B2', 'B/1'],
      ['B3', 'B/1'],
      ['B7', 'B/2'],
      ['A1', 'A/1'],
    ]);
    expect(offer?.seats?.[2]).toMatchObject({ restricted: true, notice: 'Behind a pillar Draughty' });
    expect(offer).toMatchObject({ adjacent: true, noSingles: true });
    expect(read({ free_seat_blocks }, { must_select_whole_seat_block: true })[0]?.seats).toBeUndefined();
  });

  it('without tickets or without a price are none', () => {
    expect(read({ number_available: 0 })).toEqual([]);
    expect(read({ sale_seatprice: undefined })).toEqual([]);
  });

  it('have ids that are read strictly', () => {
    expect(readOfferId(offerId({ perf: '6IF-1', type: 'ST', band: 'A/pool' }))).toEqual({
      perf: '6IF-1',
      type: 'ST',
      band: 'A/pool',
    });
    for (const bad of ['', 'a', 'a|b', 'a|b|c|d', 'a/b|c|d', 'a|b|\n', ' |b|c', `${'a'.repeat(90)}|b|c`])
      expect(readOfferId(bad)).toBeNull();
  });
});
