type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lays `patch` over `value`, as an API does when it drifts: objects merge, everything else replaces, unknown fields
 * are added. Against an array the patch's keys are positions, or `*` for each element; `{"$remove": true}` in place
 * of a value takes the field away.
 */
export function mutate(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  if (Array.isArray(value)) {
    return value.map((element, index) => {
      const own = patch[String(index)] ?? patch['*'];
      return own === undefined ? element : mutate(element, own);
    });
  }
  const result: Json = isObject(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (isObject(part) && part.$remove === true) delete result[key];
    else result[key] = mutate(result[key], part);
  }
  return result;
}
