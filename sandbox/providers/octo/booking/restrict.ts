import type { OptionSpec, UnitSpec } from '../catalogue/types';
import { unprocessable } from '../refusals';
import { paxOf } from '../stock';

/** Throws when a choice of units is one that the option does not sell, with the rule that it breaks. */
export function assertAllowed(option: OptionSpec, units: readonly UnitSpec[]): void {
  if (units.length === 0) throw unprocessable('At least one unit is required.');
  const { minUnits, maxUnits, minPax, maxPax } = option;
  if (minUnits !== null && units.length < minUnits)
    throw unprocessable(`At least ${minUnits} units are required.`);
  if (maxUnits !== null && units.length > maxUnits)
    throw unprocessable(`At most ${maxUnits} units can be booked at once.`);
  const pax = paxOf(units);
  if (minPax !== null && pax < minPax) throw unprocessable(`At least ${minPax} people are required.`);
  if (maxPax !== null && pax > maxPax) throw unprocessable(`At most ${maxPax} people can be booked at once.`);
  for (const unit of option.units) assertUnit(unit, units, option);
}

function assertUnit(unit: UnitSpec, chosen: readonly UnitSpec[], option: OptionSpec): void {
  const count = chosen.filter(({ id }) => id === unit.id).length;
  if (unit.required && count === 0) throw unprocessable(`${unit.name}: at least one is required.`);
  if (count === 0) return;
  if (unit.minQuantity !== null && count < unit.minQuantity)
    throw unprocessable(`${unit.name}: at least ${unit.minQuantity} are required.`);
  if (unit.maxQuantity !== null && count > unit.maxQuantity)
    throw unprocessable(`${unit.name}: at most ${unit.maxQuantity} can be booked.`);
  const company = unit.accompaniedBy;
  if (company.length > 0 && !chosen.some(({ id }) => company.includes(id))) {
    const names = option.units.filter(({ id }) => company.includes(id)).map(({ name }) => name);
    throw unprocessable(`${unit.name} must be accompanied by: ${names.join(' or ')}.`);
  }
}
