/**
 * Sends a large document to a counterpart, has it read back, judges all of it and writes the package, in a process of its
 * own so that its memory can be measured. Arguments: address, size of the document in MB. Prints one line of JSON.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePackage } from '../../src/cli/run/package-writer.js';
import { compileTemplate } from '../../src/message/template.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { packageRoot } from '../package-root.js';
import { folded } from './folded.js';
import { openOwnSuite, outcomeOf, runAgainst } from './reference-run.js';
import { compactBasis } from './reference-server.js';

export interface LargeDocumentRun {
  readonly steps: number;
  /** Steps that are not `voldoet`. */
  readonly reds: readonly string[];
  /** Of the largest message that went each way, in bytes. */
  readonly largestSent: number;
  readonly largestReceived: number;
  /** The most memory that the process had, in bytes. */
  readonly peakBytes: number;
  readonly millis: number;
}

const TEMPLATE = 'voegZaakdocumentToe-minimaal';
const ONLY = ['zs.1.*', 'zs.2.*', 'zs.3.*', 'zs.4.*'];

/** The official set, with a document of this size in the first message that adds one. */
async function withLargeDocument(megabytes: number): Promise<LoadedSuite> {
  const loaded = await openOwnSuite('zds-1.1/zaaksysteem');
  const source = await readFile(join(packageRoot, 'suites/zds-1.1/messages', `${TEMPLATE}.xml.hbs`), 'utf8');
  const document = Buffer.alloc(megabytes * 1024 * 1024, 'Ketentest\n').toString('base64');
  const template = compileTemplate(source.replace(/(<ZKN:inhoud [^>]*>)[^<]*/, `$1${document}`), TEMPLATE);
  return { ...loaded, templates: new Map([...loaded.templates, [TEMPLATE, template]]) };
}

const [url = '', megabytes = '50'] = process.argv.slice(2);
const started = Date.now();
const loaded = await withLargeDocument(Number(megabytes));
const basis = await compactBasis(loaded.standard);
const folder = await mkdtemp(join(tmpdir(), 'ketentest-groot-'));
const { steps, events } = await runAgainst(loaded, {
  url,
  bases: [basis],
  token: `g${process.pid}`,
  timeoutMillis: 60_000,
  selection: { only: ONLY },
  whileOpen: async (outcome) => {
    const { report } = folded(loaded.standard, outcome);
    await writePackage({
      folder,
      report,
      events: outcome.events,
      plan: outcome.plan,
      begin: { startMillis: 0, pollMillis: 0, waitMillis: 0 },
      files: loaded.files,
    });
  },
});
await rm(folder, { recursive: true });
const exchanges = events.flatMap((event) => (event.type === 'exchanged' ? [event.exchange] : []));
const result: LargeDocumentRun = {
  steps: steps.size,
  reds: [...steps].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`),
  largestSent: Math.max(...exchanges.map(({ request }) => request.body.size)),
  largestReceived: Math.max(...exchanges.map(({ reply }) => reply?.body.size ?? 0)),
  peakBytes: process.resourceUsage().maxRSS * 1024,
  millis: Date.now() - started,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
