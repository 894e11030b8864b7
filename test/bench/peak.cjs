// Writes how much memory the process had at most, in megabytes, to the file that SCRUTINY_BENCH_PEAK names.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.SCRUTINY_BENCH_PEAK, String(Math.round(process.resourceUsage().maxRSS / 1024)));
});
