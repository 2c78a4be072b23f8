import { randomUUID } from 'node:crypto';
import { findOption, findProduct } from '../catalogue';
import type { OptionSpec, ProductSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { Refusal, unprocessable } from '../refusals';
import { findSlot, type Slot } from '../slots';
import { merge } from './contact';
import type { ReservationInput } from './input';
import { nobody, type UnitItem } from './model';

/** A product, an option of it and a slot of that; refused with the id that is wrong. */
export interface Choice {
  readonly product: ProductSpec;
  readonly option: OptionSpec;
  readonly slot: Slot | null;
}

/** The product of a call, or the refusal that echoes its id. */
export function needProduct(id: string): ProductSpec {
  const product = findProduct(id);
  if (!product) throw new Refusal('INVALID_PRODUCT_ID', undefined, { productId: id });
  return product;
}

export function needOption(product: ProductSpec, id: string): OptionSpec {
  const option = findOption(product, id);
  if (!option) throw new Refusal('INVALID_OPTION_ID', undefined, { optionId: id });
  return option;
}

/** Finds what was chosen and refuses what is not on sale any more. */
export function choose(
  desk: Desk,
  input: Pick<ReservationInput, 'productId' | 'optionId' | 'availabilityId'>,
): Choice {
  const product = needProduct(input.productId);
  const option = needOption(product, input.optionId);
  if (product.kind === 'OPEN') return { product, option, slot: null };
  const id = input.availabilityId ?? null;
  const slot = id === null ? undefined : findSlot(product, option, id);
  if (!slot) throw new Refusal('INVALID_AVAILABILITY_ID', undefined, { availabilityId: id });
  if (slot.cutoffMs <= desk.world.clock.now()) throw unprocessable('This availability is closed.');
  return { product, option, slot };
}

/** The tickets that are asked for; one that is known by its uuid stays the ticket that it was. */
export function unitItems(
  option: OptionSpec,
  asked: ReservationInput['unitItems'],
  known: readonly UnitItem[] = [],
): UnitItem[] {
  const used = new Set<string>();
  return asked.map((one) => {
    const unit = option.units.find(({ id }) => id === one.unitId);
    if (!unit) throw new Refusal('INVALID_UNIT_ID', undefined, { unitId: one.unitId });
    const uuid = one.uuid ?? randomUUID();
    if (used.has(uuid)) throw new Refusal('BAD_REQUEST', `unitItems.uuid: ${uuid} occurs twice`);
    used.add(uuid);
    const old = known.find((item) => item.uuid === uuid && item.unit.id === unit.id);
    return {
      uuid,
      unit,
      supplierReference: old?.supplierReference ?? reference('NBT'),
      resellerReference: one.resellerReference ?? old?.resellerReference ?? null,
      contact: merge(old?.contact ?? nobody(), one.contact),
      pricing: old?.pricing ?? null,
      ticket: old?.ticket ?? null,
    };
  });
}

/** What people read out at a desk: a prefix and six letters that cannot be mistaken for others. */
export function reference(prefix: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const hex = randomUUID().replaceAll('-', '');
  const pick = (index: number) =>
    letters[Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % 32] ?? 'A';
  return `${prefix}${Array.from({ length: 6 }, (_, index) => pick(index)).join('')}`;
}
