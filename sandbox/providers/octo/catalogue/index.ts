import { BRITAIN } from './britain';
import { EUROPE } from './europe';
import { OVERSEAS } from './overseas';
import { SCENARIO_PRODUCTS } from './scenarios';
import type { OptionSpec, ProductSpec } from './types';

/** Everything that is on sale by its id, scenario products last. */
export const PRODUCTS: readonly ProductSpec[] = [
  ...[...BRITAIN, ...EUROPE, ...OVERSEAS].sort((a, b) => a.id.localeCompare(b.id)),
  ...SCENARIO_PRODUCTS,
];

const byId = new Map(PRODUCTS.map((product) => [product.id, product]));

/** A product by its id, such as `OC101`. */
export function findProduct(id: string): ProductSpec | undefined {
  return byId.get(id);
}

/** An option of a product; undefined when it has no such option. */
export function findOption(product: ProductSpec, id: string): OptionSpec | undefined {
  return product.options.find((option) => option.id === id);
}
