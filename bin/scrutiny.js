#!/usr/bin/env node
import { runHere } from '../dist/cli/index.js';

process.exitCode = await runHere();
