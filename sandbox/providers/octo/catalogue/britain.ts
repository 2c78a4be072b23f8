import { DAILY, LEAD, NOT_MONDAY, option, product, unit, WEEKEND } from './parts';
import { PLACES } from './places';
import type { ProductSpec } from './types';

const WITH_ADULT = (id: string) => ({ accompaniedBy: [`${id}-adult`] });

/** Britain: a museum by opening hours, a walk in two languages, a climb with rules, a ferry, a free house. */
export const BRITAIN: readonly ProductSpec[] = [
  product({
    id: 'OC101',
    title: 'Leith Harbour Museum',
    subtitle: 'Four centuries of ships, and the people who missed them',
    summary:
      'The old customs house on the Water of Leith, with a whaler’s deck to walk on and a ropery at work.',
    story: [
      'Most museums of the sea are about the ships. This one is about the quay: the chandlers, the pilots’ wives, the clerks who counted barrels of herring until they dreamed of them.',
      'Come in by the customs hall, where every suitcase has a story behind its flap, and leave by the ropery, where you can lay a yard of rope and take it home. Tickets are valid all day; go out for lunch and come back.',
    ],
    categories: ['Museums', 'Family'],
    place: PLACES.leith,
    highlights: ['A whaler’s deck at full size', 'Rope-making at noon and three', 'Come and go all day'],
    inclusions: ['All galleries', 'Audio guide in nine languages', 'A yard of your own rope'],
    exclusions: ['Parking'],
    faqs: [
      { question: 'Is there step-free access?', answer: 'Everywhere but the whaler’s lower deck.' },
      { question: 'May we leave and return?', answer: 'Yes, on the same day, with the same ticket.' },
    ],
    poster: { motif: 'waves', colours: ['#0b2a3c', '#1f6f8b', '#f2c14e'] },
    methods: ['TICKET', 'VOUCHER'],
    formats: ['QRCODE', 'PDF_URL'],
    otherCurrencies: ['EUR', 'USD'],
    options: [
      option(
        [
          unit('OC101', 'ADULT', 1650),
          unit('OC101', 'SENIOR', 1350),
          unit('OC101', 'CHILD', 850, {
            accompaniedBy: ['OC101-adult', 'OC101-senior'],
          }),
          unit('OC101', 'FAMILY', 3900, { note: 'Two adults and two children', maxQuantity: 2 }),
          unit('OC101', 'INFANT', 0, { ...WITH_ADULT('OC101'), maxQuantity: 4 }),
        ],
        {
          days: NOT_MONDAY,
          hours: [
            { from: '10:00', to: '12:45' },
            { from: '13:30', to: '17:30' },
          ],
          minutes: 150,
          capacity: 240,
          cutoffMinutes: 60,
        },
      ),
    ],
  }),
  product({
    id: 'OC102',
    title: 'Closes after Dark',
    subtitle: 'A lantern walk through the Old Town’s back stairs',
    summary: 'Seventy minutes, one lantern, eleven closes. For two and more: nobody should hear this alone.',
    story: [
      'Edinburgh built upwards until the lower floors forgot the sky. Your guide carries the only light through the closes where the city kept its debts, its duels and one very patient ghost.',
      'The walk has stairs, and none of them is even. It goes on in any weather.',
    ],
    categories: ['Walking tours', 'Evening'],
    place: PLACES.oldTown,
    highlights: ['Two closes that are locked by day', 'At most sixteen people a lantern'],
    inclusions: ['Guide', 'Lantern', 'A dram at the end, or a ginger beer'],
    exclusions: ['Courage'],
    faqs: [
      { question: 'Is it frightening?', answer: 'It is true, which is worse. Not for children under eight.' },
    ],
    poster: { motif: 'lanterns', colours: ['#140d1f', '#4a2c5e', '#ffb347'] },
    kind: 'START_TIME',
    formats: ['CODE128', 'PDF_URL'],
    methods: ['VOUCHER'],
    peak: { days: [5, 6], percent: 15 },
    options: [
      option(
        [
          unit('OC102', 'ADULT', 1900),
          unit('OC102', 'STUDENT', 1600),
          unit('OC102', 'CHILD', 1100, { ...WITH_ADULT('OC102'), minAge: 8 }),
        ],
        {
          id: 'OC102-en',
          name: 'EN',
          title: 'In English',
          language: 'en',
          times: ['19:00', '20:30', '22:00'],
          minutes: 70,
          capacity: 16,
          minUnits: 2,
          maxUnits: 10,
          cutoffMinutes: 30,
          required: [...LEAD, 'phoneNumber'],
        },
      ),
      option(
        [unit('OC102', 'ADULT', 2100), unit('OC102', 'CHILD', 1200, { ...WITH_ADULT('OC102'), minAge: 8 })],
        {
          id: 'OC102-de',
          name: 'DE',
          title: 'Auf Deutsch',
          language: 'de',
          days: [3, 5, 6],
          times: ['19:30'],
          minutes: 70,
          capacity: 16,
          minUnits: 2,
          maxUnits: 10,
          cutoffMinutes: 30,
          required: [...LEAD, 'phoneNumber'],
        },
      ),
    ],
  }),
  product({
    id: 'OC109',
    title: 'Slate & Sky',
    subtitle: 'Climb the quarry face, come down on the wire',
    summary: 'An iron path up two hundred metres of slate, and eight hundred metres of wire to get back.',
    story: [
      'Bryn Glas sent roofs to half the world and kept the hole. An iron path climbs its face from ledge to ledge, past the cabins where the quarrymen drank tea and argued about theology.',
      'At the top you are hung under a wire and let go. Guides climb with every group.',
    ],
    categories: ['Outdoor', 'Adventure'],
    place: PLACES.snowdonia,
    highlights: ['The longest wire in the valley', 'Tea in a quarryman’s cabin'],
    inclusions: ['Harness and helmet', 'Guide', 'Bara brith'],
    exclusions: ['Boots'],
    terms: 'Everybody signs the safety sheet on arrival. From 45 to 120 kg.',
    poster: { motif: 'blocks', colours: ['#1f2933', '#52667a', '#9be15d'] },
    kind: 'START_TIME',
    formats: ['QRCODE'],
    peak: { days: WEEKEND, percent: 20 },
    options: [
      option(
        [
          unit('OC109', 'ADULT', 5400, { required: true, contact: ['firstName', 'lastName'] }),
          unit('OC109', 'YOUTH', 4400, {
            ...WITH_ADULT('OC109'),
            minAge: 10,
            maxQuantity: 3,
            contact: ['firstName', 'lastName'],
          }),
        ],
        {
          times: ['09:00', '11:30', '14:00'],
          minutes: 180,
          capacity: 10,
          maxUnits: 6,
          maxPax: 6,
          cutoffMinutes: 120,
          cancellation: { amount: 3, unit: 'day' },
          required: [...LEAD, 'phoneNumber'],
        },
      ),
    ],
  }),
  product({
    id: 'OC110',
    title: 'Open House at the Old Observatory',
    subtitle: 'The door is open; the sky does as it likes',
    summary:
      'Free evenings with the 1898 refractor, when clouds allow, and with good stories when they do not.',
    story: [
      'Nothing is charged, and a place must still be booked: the dome holds twenty. Bring a coat, the roof has to be open for it to work.',
    ],
    categories: ['Museums', 'Free'],
    place: PLACES.oldTown,
    highlights: ['A brass telescope that still follows the stars by clockwork'],
    inclusions: ['A look through it'],
    poster: { motif: 'rings', colours: ['#070b1f', '#27306e', '#e7d7a0'] },
    kind: 'START_TIME',
    options: [
      option([unit('OC110', 'OTHER', 0, { name: 'Visitor', plural: 'Visitors' })], {
        days: [4, 5],
        times: ['18:30', '20:00'],
        capacity: 20,
        maxUnits: 4,
      }),
    ],
  }),
  product({
    id: 'OC112',
    title: 'The Skerry Ferry',
    subtitle: 'Out with the post, back with the tide',
    summary: 'A day return to the outer island on the mail boat. Seals are not guaranteed and always there.',
    story: [
      'The mail boat takes twelve people who are not parcels. You have four hours on the island: a chapel, a beach that sings, a house that sells tea to whoever knocks.',
      'The skipper keeps a list; your name is the ticket.',
    ],
    categories: ['Boat tours'],
    place: PLACES.skerry,
    highlights: ['Four hours on an island without cars'],
    inclusions: ['Return crossing'],
    exclusions: ['Tea'],
    redemption: 'Give your name at the gangway; the skipper has the list.',
    poster: { motif: 'waves', colours: ['#123c4a', '#3d8b8b', '#f6e7c1'] },
    kind: 'START_TIME',
    gateway: 'external',
    methods: ['VOUCHER'],
    formats: ['PDF_URL'],
    redeemedBy: 'MANIFEST',
    options: [
      option([unit('OC112', 'ADULT', 2450), unit('OC112', 'CHILD', 1225, WITH_ADULT('OC112'))], {
        days: DAILY,
        times: ['08:15', '10:45'],
        minutes: 420,
        capacity: 12,
        required: [...LEAD, 'phoneNumber', 'country'],
      }),
    ],
  }),
];
