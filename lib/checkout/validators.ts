import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonObject } from './json';

/** Schemas compiled by one Ajv, which forgets none of them: `removeSchema` too leaves the compiled code behind. */
interface Generation {
  readonly ajv: Ajv2020;
  readonly byText: Map<string, ValidateFunction>;
}

/**
 * Compiled validators by the schema's text: a checkout is read from the store as a new object each time, and compiling
 * takes more than the rest of the read. A full generation is dropped whole, Ajv and all, so that a shop whose
 * suppliers ask something else in every checkout stays small. `size` is how many schemas a generation takes.
 */
export function createValidators(size: number): (schema: JsonObject) => ValidateFunction {
  let generation = newGeneration();
  return (schema) => {
    const text = JSON.stringify(schema);
    const known = generation.byText.get(text);
    if (known) return known;
    if (generation.byText.size >= size) generation = newGeneration();
    const made = generation.ajv.compile(schema);
    generation.byText.set(text, made);
    return made;
  };
}

/**
 * Suppliers' schemas carry hints of ours (`x-autocomplete`) and words Ajv does not know: those are no faults.
 * Unknown properties are dropped, so that nothing the supplier did not ask for is ever stored.
 */
function newGeneration(): Generation {
  const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false, removeAdditional: 'all' }));
  return { ajv, byText: new Map() };
}
