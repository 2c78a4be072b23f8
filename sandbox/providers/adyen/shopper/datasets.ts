import { AdyenRefusal } from '../errors';
import type { ShopperHandler } from './door';

const COUNTRIES =
  'AD AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IS IT JP KR LI LT LU LV MC MT MX MY NL NO NZ PE PL PT RO RS SE SG SI SK SM TH TR UA US VN ZA'.split(
    ' ',
  );

/** States as an address needs them: where the field is asked for, and not where a postcode says it all. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AU: named(
    'ACT:Australian Capital Territory,NSW:New South Wales,NT:Northern Territory,QLD:Queensland,SA:South Australia,TAS:Tasmania,VIC:Victoria,WA:Western Australia',
  ),
  BR: named(
    'BA:Bahia,CE:Ceará,DF:Distrito Federal,MG:Minas Gerais,PE:Pernambuco,PR:Paraná,RJ:Rio de Janeiro,RS:Rio Grande do Sul,SC:Santa Catarina,SP:São Paulo',
  ),
  CA: named(
    'AB:Alberta,BC:British Columbia,MB:Manitoba,NB:New Brunswick,NL:Newfoundland and Labrador,NS:Nova Scotia,NT:Northwest Territories,NU:Nunavut,ON:Ontario,PE:Prince Edward Island,QC:Quebec,SK:Saskatchewan,YT:Yukon',
  ),
  US: named(
    'AK:Alaska,AL:Alabama,AR:Arkansas,AZ:Arizona,CA:California,CO:Colorado,CT:Connecticut,DC:District of Columbia,DE:Delaware,FL:Florida,GA:Georgia,HI:Hawaii,IA:Iowa,ID:Idaho,IL:Illinois,IN:Indiana,KS:Kansas,KY:Kentucky,LA:Louisiana,MA:Massachusetts,MD:Maryland,ME:Maine,MI:Michigan,MN:Minnesota,MO:Missouri,MS:Mississippi,MT:Montana,NC:North Carolina,ND:North Dakota,NE:Nebraska,NH:New Hampshire,NJ:New Jersey,NM:New Mexico,NV:Nevada,NY:New York,OH:Ohio,OK:Oklahoma,OR:Oregon,PA:Pennsylvania,RI:Rhode Island,SC:South Carolina,SD:South Dakota,TN:Tennessee,TX:Texas,UT:Utah,VA:Virginia,VT:Vermont,WA:Washington,WI:Wisconsin,WV:West Virginia,WY:Wyoming',
  ),
};

function named(list: string): Record<string, string> {
  return Object.fromEntries(list.split(',').map((pair) => pair.split(':', 2) as [string, string]));
}

/** The countries of a billing address, in the shopper's language and order. */
export const countries: ShopperHandler = (c) => {
  const locale = localeOf(c.req.param('file'));
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const list = COUNTRIES.map((id) => ({ id, name: names.of(id) ?? id }));
  return Response.json(list.sort((a, b) => a.name.localeCompare(b.name, locale)));
};

/** The states of a country; an empty list where none are asked for. */
export const states: ShopperHandler = (c) => {
  const list = Object.entries(STATES[c.req.param('country') ?? ''] ?? {});
  return Response.json(list.map(([id, name]) => ({ id, name })));
};

function localeOf(file = ''): string {
  const [locale] = /^[a-z]{2}(-[A-Z]{2})?(?=\.json$)/.exec(file) ?? [];
  if (!locale) throw new AdyenRefusal(404, '900', 'There is no such file');
  return locale;
}
