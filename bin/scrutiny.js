#!/usr/bin/env node
import { runProgram } from '../dist/program/start.js';

process.exitCode = await runProgram();
