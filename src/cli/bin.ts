#!/usr/bin/env node
/** The executable: one command line, one exit code. */
import { catchOwnFaults } from './last-resort.js';
import { main } from './program.js';
import { processShell } from './shell.js';

const args = process.argv.slice(2);
const shell = processShell();
catchOwnFaults(args, shell);
process.exitCode = await main(args, shell);
