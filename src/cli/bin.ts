#!/usr/bin/env node
/** The executable: one command line, one exit code. */
import { main } from './program.js';
import { processShell } from './shell.js';

process.exitCode = await main(process.argv.slice(2), processShell());
