import type { z } from 'zod';

/** One thing wrong with the environment: which variable, what is wrong, how to mend it. Never holds a value of it. */
export interface ConfigFault {
  readonly variable: string;
  readonly problem: string;
  readonly mend: string;
}

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Shorter values are no secrets worth hiding, and hiding them would garble the sentence ("3" in "at least 32"). */
const HIDE_FROM = 6;

/**
 * Turns zod's issues into faults. Messages are ours or a module author's, and a library may quote its input one day,
 * so the variable's own value is cut out of whatever is said.
 */
export function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  env: Environment,
  where: string,
): ConfigFault[] {
  return issues.map((issue) => {
    const variable = String(issue.path[0] ?? where);
    const value = env[variable];
    const missing = issue.code === 'invalid_type' && value === undefined;
    const said = missing ? 'is not set' : issue.message;
    return { variable, problem: value ? hide(said, value) : said, mend: `Set ${variable} as ${where} says.` };
  });
}

function hide(text: string, value: string): string {
  return value.length < HIDE_FROM ? text : text.replaceAll(value, '…');
}

/** All faults as text for a person: one block each, ready for stderr. */
export function describeFaults(faults: readonly ConfigFault[]): string {
  const list = faults.map(({ variable, problem, mend }) => `  ${variable}: ${problem}\n    ${mend}`);
  return `The configuration has ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}:\n${list.join('\n')}`;
}
