import type { ExtraField, ParticipantField } from '../catalogue/types';
import type { Cart, CartItem } from './model';

type Json = Record<string, unknown>;

const DRAFT = 'http://json-schema.org/draft-07/schema#';
const text = (title: string, more: Json = {}): Json => ({ type: 'string', title, minLength: 1, ...more });
const consent = (title: string): Json => ({ type: 'string', title, enum: ['YES', 'NO'], default: 'NO' });

const EXTRA: Readonly<Record<ExtraField, Json>> = {
  phone_number: text('Phone number', { pattern: '^\\+?[0-9 ]{6,20}$' }),
  hotel: text('Hotel', {
    description: 'Where you stay, so that things can be brought to you',
    maxLength: 120,
  }),
};

const PARTICIPANT: Readonly<Record<ParticipantField, Json>> = {
  firstname: text('First name', { maxLength: 60 }),
  lastname: text('Last name', { maxLength: 60 }),
  date_of_birth: text('Date of birth', { format: 'date' }),
  weight: { type: 'number', title: 'Weight (kg)', minimum: 1, maximum: 250 },
  nationality: text('Nationality', { pattern: '^[A-Z]{2}$' }),
};

const object = (
  title: string,
  properties: Record<string, Json>,
  required = Object.keys(properties),
): Json => ({
  type: 'object',
  title,
  properties,
  required,
});

/** What must be known of whoever buys this cart: name and mail, and what single activities ask for. */
export function customerSchema(cart: Cart): Json {
  const asking = cart.items
    .map(({ product }) => product.slot.activity)
    .filter(({ extra }) => extra.length > 0);
  const extra = Object.fromEntries(
    asking.map(({ uuid, title, extra: fields }) => [
      uuid,
      object(title, Object.fromEntries(fields.map((field) => [field, EXTRA[field]]))),
    ]),
  );
  const properties: Record<string, Json> = {
    email: text('Email', { format: 'email' }),
    firstname: text('First name', { maxLength: 60 }),
    lastname: text('Last name', { maxLength: 60 }),
    ...(asking.length > 0 && { extra_customer_data: object('Details for single activities', extra) }),
    musement_newsletter: consent('Musement’s newsletter'),
    thirdparty_newsletter: consent('Offers of Musement’s partners'),
    events_related_newsletter: consent('News about similar activities'),
  };
  return { $schema: DRAFT, ...object('Customer', properties) };
}

/** What must be known of each participant of an item; null where nobody need be named. */
export function participantsSchema({ product, quantity }: CartItem): Json | null {
  const fields = product.slot.activity.participants;
  if (fields.length === 0) return null;
  return {
    $schema: DRAFT,
    title: 'Participants',
    type: 'array',
    minItems: quantity,
    maxItems: quantity,
    items: object('Participant', Object.fromEntries(fields.map((field) => [field, PARTICIPANT[field]]))),
  };
}
