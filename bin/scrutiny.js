#!/usr/bin/env node
import { keepCompiledCode } from '../dist/program/cache.js';

keepCompiledCode(process.env);
const { runProcess } = await import('../dist/program/cli.js');
process.exitCode = await runProcess();
