// The program with a file for each source, so that a test can see by name what a command loads; bin/scrutiny.js runs the same in chunks.
import { runProcess } from '../../dist/cli/index.js';

process.exitCode = await runProcess();
