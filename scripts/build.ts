import { cpSync, existsSync } from 'node:fs';
import { run } from './lib/run';

/** Builds for production, and puts beside the standalone server the files that it serves but does not bundle. */
const code = await run('npx', ['next', 'build']);
if (code !== 0) process.exit(code);
cpSync('.next/static', '.next/standalone/.next/static', { recursive: true });
if (existsSync('public')) cpSync('public', '.next/standalone/public', { recursive: true });
