import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stopProgram } from '../../../scripts/lib/run';
import { CONTROL_URL, DATABASE_FILE } from '../places';

/** What the oracle says of one checkout. */
export interface Verdict {
  /** Nothing will change any more by itself. */
  readonly atRest: boolean;
  readonly wrong: readonly string[];
}

/** The oracle that every purchase test ends with, in a process of its own: it needs the shop's code, which is not for here. */
export interface Oracle {
  ask(id: string): Promise<Verdict>;
  close(): Promise<void>;
}

const PROGRAM = ['--conditions=react-server', '--import', 'tsx', 'tests/oracle/serve.ts'];

/** Starts it on the shop and the sandbox that all tests share. */
export function startOracle(): Oracle {
  const database = process.env.E2E_DATABASE_URL ?? `file:${DATABASE_FILE}`;
  const child = spawn(process.execPath, [...PROGRAM, database, CONTROL_URL], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (id) => {
      child.stdin.write(`${id}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('The oracle has gone.');
      return JSON.parse(value);
    },
    close: () => stopProgram(child),
  };
}
