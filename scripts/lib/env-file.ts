/**
 * Variables of a `.env` file's text: `NAME=value` a line, quotes around a value optional, `#` begins a comment line. A line that
 * is neither a variable, a comment nor empty is an error: it would be lost silently. `node:util` has such a reader from Node
 * 20.12 on; we promise 20.9.
 */
export function parseEnvText(text: string): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, quoted, plain] =
      /^\s*([A-Za-z_]\w*)\s*=\s*(?:(["'].*["'])|([^"'].*?)?)\s*$/.exec(line) ?? [];
    if (!name) throw new Error(`Line ${index + 1} is no NAME=value.`);
    variables[name] = quoted ? quoted.slice(1, -1) : (plain ?? '');
  }
  return variables;
}
