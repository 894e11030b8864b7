#!/usr/bin/env node
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../dist/program/user-cache.cjs').keepCompiledCode(process.env);
process.exitCode = await require('../dist/program/scrutiny.cjs').commandLine().runProcess();
