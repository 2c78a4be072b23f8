import type { VenueSpec } from './types';

type Place = Pick<VenueSpec, 'city' | 'country' | 'countryCode' | 'timeZone'>;

const LONDON: Place = {
  city: 'London',
  country: 'United Kingdom',
  countryCode: 'GB',
  timeZone: 'Europe/London',
};
const PARIS: Place = { city: 'Paris', country: 'France', countryCode: 'FR', timeZone: 'Europe/Paris' };
const AMSTERDAM: Place = {
  city: 'Amsterdam',
  country: 'Netherlands',
  countryCode: 'NL',
  timeZone: 'Europe/Amsterdam',
};
const NEW_YORK: Place = {
  city: 'New York',
  country: 'United States',
  countryCode: 'US',
  timeZone: 'America/New_York',
};
const TOKYO: Place = { city: 'Tokyo', country: 'Japan', countryCode: 'JP', timeZone: 'Asia/Tokyo' };
const LISBON: Place = { city: 'Lisbon', country: 'Portugal', countryCode: 'PT', timeZone: 'Europe/Lisbon' };
const MUNICH: Place = { city: 'Munich', country: 'Germany', countryCode: 'DE', timeZone: 'Europe/Berlin' };

function venue(
  place: Place,
  id: string,
  name: string,
  address: string,
  latitude: number,
  longitude: number,
): VenueSpec {
  return { ...place, id, name, address, latitude, longitude };
}

/** Where the catalogue's events happen. The houses are invented, the streets are not. */
export const VENUES = {
  aldwych: venue(LONDON, 'V101', 'Meridian Theatre', '18 Aldwych, London WC2B 4DF', 51.5129, -0.1176),
  southwark: venue(LONDON, 'V102', 'Cellar 21', '21 Bear Lane, London SE1 0UH', 51.5048, -0.1017),
  kensington: venue(
    LONDON,
    'V103',
    'Museum of Moving Things',
    'Exhibition Road, London SW7 2DD',
    51.4978,
    -0.1745,
  ),
  northbank: venue(LONDON, 'V104', 'Northbank Stadium', '75 Wharf Road, London N1 7UD', 51.5304, -0.0947),
  marais: venue(PARIS, 'V201', 'Maison des Lumières', '12 Rue des Archives, 75004 Paris', 48.8579, 2.3562),
  bercy: venue(PARIS, 'V202', 'Quai de la Tournelle', 'Port de la Tournelle, 75005 Paris', 48.8503, 2.3542),
  pigalle: venue(PARIS, 'V203', 'Théâtre du Moulinet', '40 Rue Fontaine, 75009 Paris', 48.8827, 2.3326),
  jordaan: venue(
    AMSTERDAM,
    'V301',
    'Steiger Prinsengracht',
    'Prinsengracht 263, 1016 GV Amsterdam',
    52.3752,
    4.884,
  ),
  noord: venue(AMSTERDAM, 'V302', 'Nieuw Depot', 'NDSM-Plein 28, 1033 WB Amsterdam', 52.4009, 4.8936),
  broadway: venue(
    NEW_YORK,
    'V401',
    'Copper Hall',
    '227 West 45th Street, New York, NY 10036',
    40.7585,
    -73.9867,
  ),
  chelsea: venue(
    NEW_YORK,
    'V402',
    'Highline Observatory',
    '520 West 30th Street, New York, NY 10001',
    40.7536,
    -74.0017,
  ),
  ueno: venue(
    TOKYO,
    'V501',
    'Ueno Lantern Garden',
    '8-47 Uenokoen, Taito City, Tokyo 110-0007',
    35.7148,
    139.774,
  ),
  odaiba: venue(
    TOKYO,
    'V502',
    'Harbour Digital Hall',
    '1-3-8 Aomi, Koto City, Tokyo 135-0064',
    35.6247,
    139.7757,
  ),
  belem: venue(LISBON, 'V601', 'Doca de Belém', 'Avenida Brasília, 1400-038 Lisboa', 38.6948, -9.2057),
  isar: venue(MUNICH, 'V701', 'Isar Arena', 'Werner-Heisenberg-Allee 25, 80939 München', 48.2188, 11.6247),
} as const;
