import { unitTitle } from './map-product';
import type { OptionWire, UnitWire } from './wire';

/** How many of a unit. */
export interface Chosen {
  readonly unit: UnitWire;
  readonly quantity: number;
}

/**
 * The first of the option's rules that a choice of tickets breaks, in a sentence; null when it breaks none. The supplier
 * would refuse it too, but only after the customer has gone on.
 */
export function brokenRule(option: OptionWire, chosen: readonly Chosen[]): string | null {
  const total = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  const { minUnits, maxUnits, minPaxCount, maxPaxCount } = option.restrictions ?? {};
  if (total === 0) return 'Choose at least one ticket.';
  if (total < (minUnits ?? 0)) return `At least ${minUnits} tickets are sold together.`;
  if (maxUnits && total > maxUnits) return `At most ${maxUnits} tickets are sold together.`;
  const people = chosen.reduce((sum, { unit, quantity }) => sum + quantity * paxOf(unit), 0);
  if (people < (minPaxCount ?? 0)) return `It is for at least ${minPaxCount} people.`;
  if (maxPaxCount && people > maxPaxCount) return `It is for at most ${maxPaxCount} people.`;
  for (const unit of option.units) {
    const broken = brokenBy(unit, option, chosen);
    if (broken) return broken;
  }
  return null;
}

/** People that one of it stands for. */
export function paxOf({ restrictions }: UnitWire): number {
  return restrictions?.paxCount ?? 1;
}

function brokenBy(unit: UnitWire, option: OptionWire, chosen: readonly Chosen[]): string | null {
  const { required, minQuantity, maxQuantity } = unit.restrictions ?? {};
  const count = chosen
    .filter((one) => one.unit.id === unit.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const name = unitTitle(unit);
  if (required && count === 0) return `${name}: at least one is needed.`;
  if (count === 0) return null;
  if (minQuantity && count < minQuantity) return `${name}: at least ${minQuantity}.`;
  if (maxQuantity && count > maxQuantity) return `${name}: at most ${maxQuantity}.`;
  const company = unit.restrictions?.accompaniedBy ?? [];
  const accompanied = chosen.some((one) => company.includes(one.unit.id) && one.quantity > 0);
  return company.length > 0 && !accompanied ? `${name}: ${companyText(unit, option)}.` : null;
}

/** Whom a ticket needs beside it: "only with Adult or Senior". Empty where it needs nobody. */
export function companyText({ restrictions }: UnitWire, option: OptionWire): string {
  const company = restrictions?.accompaniedBy ?? [];
  const names = option.units.filter(({ id }) => company.includes(id)).map(unitTitle);
  return names.length > 0 ? `only with ${names.join(' or ')}` : '';
}
