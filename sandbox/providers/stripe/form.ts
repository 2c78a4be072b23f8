/** A decoded form: Stripe's bracket syntax makes trees of strings. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type Form = { [key: string]: FormValue };

interface Node {
  leaf?: string;
  children: Map<string, Node>;
}

/** `a[b][0]=x` → `['a', 'b', '0']`; `a[]=x` → `['a', '']`. */
function path(key: string): string[] {
  const open = key.indexOf('[');
  if (open < 1 || !key.endsWith(']')) return [key];
  return [key.slice(0, open), ...key.slice(open + 1, -1).split('][')];
}

function insert(root: Node, parts: readonly string[], value: string): void {
  let node = root;
  for (const part of parts) {
    // `a[]=x&a[]=y` has no index of its own: the next free one is meant.
    const name = part === '' ? String(node.children.size) : part;
    const next = node.children.get(name) ?? { children: new Map<string, Node>() };
    node.children.set(name, next);
    node = next;
  }
  node.leaf = value;
}

function build(node: Node): FormValue {
  if (node.children.size === 0) return node.leaf ?? '';
  const entries = [...node.children].map(([key, child]) => [key, build(child)] as const);
  if (entries.every(([key]) => /^\d+$/.test(key))) return entries.map(([, value]) => value);
  // fromEntries defines own properties, so a key called __proto__ stays data.
  return Object.fromEntries(entries);
}

/** Reads `application/x-www-form-urlencoded` with Stripe's brackets. */
export function parseForm(text: string): Form {
  const root: Node = { children: new Map() };
  for (const [key, value] of new URLSearchParams(text)) insert(root, path(key), value);
  return Object.fromEntries([...root.children].map(([key, child]) => [key, build(child)]));
}
