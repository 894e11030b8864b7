#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { loadProgram } = require('../dist/program/user-cache.cjs');
const file = fileURLToPath(new URL('../dist/program/scrutiny.cjs', import.meta.url));
const { exports: program, keepCompiled } = loadProgram(file, process.argv.slice(2), process.env);
process.exitCode = await program.commandLine().runProcess();
// What was typed wrongly, or has failed, runs little of what the next run needs.
if (process.exitCode <= 1) keepCompiled();
