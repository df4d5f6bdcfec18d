/**
 * Entry of `npm run selftest [-- standard or suite…] [--keep] [--check]`: `--keep` writes the scores beside the suites,
 * `--check` runs nothing and tells whether the kept ones still belong to their files.
 */
import { packageFacts } from './package-root.js';
import { selftest } from './selftest/selftest.js';

const words = process.argv.slice(2);
const isInteractive = process.stderr.isTTY === true;

process.exitCode = await selftest({
  root: packageFacts().suites,
  named: words.filter((each) => !each.startsWith('-')),
  keep: words.includes('--keep'),
  check: words.includes('--check'),
  out: (line) => void process.stdout.write(`${line}\n`),
  progress: (text) => void (isInteractive && process.stderr.write(`\r\x1b[K${text}`)),
});
