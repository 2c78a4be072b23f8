/** A number from text, always the same (FNV-1a, 32 bits): what looks random in the catalogue comes from it. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // A last mix, as FNV's low bits are weak for texts that differ in their last letter only.
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A stream of numbers in [0, 1) that starts the same for the same seed. */
export function stream(seed: string): () => number {
  let count = 0;
  return () => {
    count += 1;
    return hash(`${seed}/${count}`) / 2 ** 32;
  };
}
