import { benchScenarios } from '.';

/** Prints the list of scenarios as the control port answers it, for programs that need it before a sandbox runs. */
process.stdout.write(JSON.stringify(benchScenarios()));
