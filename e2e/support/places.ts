/** Where the tests' shop and sandbox listen: beside a demo that may be running, and on two sites, as in life. */
export const APP_URL = process.env.E2E_APP_URL ?? 'http://localhost:3100';
export const SANDBOX_PORT = Number(process.env.E2E_SANDBOX_PORT ?? 4100);
export const CONTROL_URL = `http://127.0.0.1:${SANDBOX_PORT}`;
/** The shop's own database, where the configuration puts it; tests read it beside the sandbox's ledger. */
export const DATABASE_FILE = `${process.env.FOYER_E2E_DATA}/foyer.db`;
