import { allowedCountries, COUNTRIES } from '../countries';
import type { Params } from '../params';
import { bad, rejected } from '../refusals';
import { type Customer, ordersOf, type Transaction } from '../transaction/model';
import { checkEmail } from './email';

/**
 * The customer of purchase.v1, under the names of the answer. What is missing is a 400, what is wrong a 460; the
 * reservation stays as it is, so that the call can be repeated with better data.
 */
export function readCustomer(params: Params, transaction: Transaction): Customer {
  const orders = ordersOf(transaction);
  const countryCode = params.need('country_code');
  const text = (name: string) => params.text(name) ?? '';
  const email = text('email_address');
  const needsEmail = orders.some(({ event }) => event.needsEmail) || params.flag('send_confirmation_email');
  const agent = params.text('agent_reference') ?? params.text('agent_ref') ?? '';
  const customer: Customer = {
    addr_line_one: params.need('address_line_one'),
    addr_line_two: text('address_line_two'),
    agent_ref: agent,
    country: COUNTRIES[countryCode] ?? '',
    country_code: countryCode,
    county: text('county'),
    email_addr: email,
    first_name: params.need('first_name'),
    ...phones(params),
    initials: text('initials'),
    last_name: params.need('last_name'),
    postcode: text('postcode'),
    suffix: text('suffix'),
    supplier_can_use_customer_data: params.flag('supplier_can_use_customer_data'),
    title: text('title'),
    town: text('town'),
    user_can_use_customer_data: params.flag('user_can_use_customer_data'),
    world_can_use_customer_data: params.flag('world_can_use_customer_data'),
  };
  if (needsEmail && email === '') throw bad('email_address is required');
  if (agent === '' && orders.some(({ event }) => event.needsAgentReference))
    throw bad('agent_reference is required');
  if (!Object.hasOwn(allowedCountries(orders.map(({ send }) => send)), countryCode))
    throw rejected(`Country code '${countryCode}' in customer data is invalid`);
  if (email !== '') checkEmail(email);
  return customer;
}

/** One number for both, or one for each. */
function phones(params: Params): { home_phone: string; work_phone: string } {
  const [phone, home, work] = ['phone', 'home_phone', 'work_phone'].map((name) => params.text(name));
  const [homePhone, workPhone] = [home ?? phone, work ?? phone];
  if (!homePhone || !workPhone) throw bad('phone is required');
  return { home_phone: homePhone, work_phone: workPhone };
}
