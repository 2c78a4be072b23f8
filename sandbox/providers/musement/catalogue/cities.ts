import type { CitySpec } from './types';

function city(id: number, name: string, country: string, countryCode: string, timeZone: string): CitySpec {
  return { id, uuid: `63697479-0000-4000-8000-00000000000${id}`, name, country, countryCode, timeZone };
}

/** Where the catalogue's activities take place. */
export const CITIES = {
  rome: city(1, 'Rome', 'Italy', 'IT', 'Europe/Rome'),
  venice: city(2, 'Venice', 'Italy', 'IT', 'Europe/Rome'),
  florence: city(3, 'Florence', 'Italy', 'IT', 'Europe/Rome'),
  barcelona: city(4, 'Barcelona', 'Spain', 'ES', 'Europe/Madrid'),
  lisbon: city(5, 'Lisbon', 'Portugal', 'PT', 'Europe/Lisbon'),
  newYork: city(6, 'New York', 'United States', 'US', 'America/New_York'),
  london: city(7, 'London', 'United Kingdom', 'GB', 'Europe/London'),
  kyoto: city(8, 'Kyoto', 'Japan', 'JP', 'Asia/Tokyo'),
} as const;
