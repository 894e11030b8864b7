#!/usr/bin/env node
import { runHere } from '../dist/program/index.js';

process.exitCode = await runHere();
