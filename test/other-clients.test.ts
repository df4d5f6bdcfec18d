/**
 * SOAP clients of other languages, built from the description that our simulator shows: PHP's SoapClient gets the content
 * of each message as text, Python's zeep reads each message into its own values and writes it again from those. Both get
 * through every operation of the set; docs/independent-clients.md tells what they cannot express.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startSimulator } from '../src/actor/simulator.js';
import { descriptionOf } from '../src/cli/simulate/simulate-description.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { SentRequest } from '../src/model/exchange.js';
import { familyOf } from '../src/standard/index.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { packageRoot } from './package-root.js';
import { machineClock, openOwnSuite, runAgainst } from './support/reference-run.js';
import { compactBasis, startReference } from './support/reference-server.js';

const STANDARDS = process.env.KETENTEST_STANDARDS ?? join(packageRoot, '..', 'shared', 'standards');
const NOWHERE = join(tmpdir(), 'ketentest-nothing-installed');
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

interface Told {
  readonly file: string;
  readonly operation: string;
  readonly status: 'ok' | 'fault' | 'no operation' | 'not expressed';
  /** Whether the client wrote the message from values of its own, where it can do both. */
  readonly how?: 'values' | 'document';
  readonly read?: readonly string[];
  readonly fault?: string;
}

interface OtherClient {
  readonly name: string;
  readonly command: readonly string[];
  readonly isThere: () => boolean;
  /** Values that it writes a message from, or the content of the Body as it is. */
  readonly writes: 'values' | 'content';
  /** Descriptions that it can be built from. */
  readonly reads: readonly ('own' | 'published')[];
}

const CLIENTS: readonly OtherClient[] = [
  {
    name: "PHP's SoapClient",
    command: ['php', join(packageRoot, 'test', 'clients', 'client.php')],
    isThere: () => spawnSync('php', ['-r', 'exit(class_exists("SoapClient") ? 0 : 1);']).status === 0,
    writes: 'content',
    reads: ['own', 'published'],
  },
  {
    name: "Python's zeep",
    command: [PYTHON, join(packageRoot, 'test', 'clients', 'client.py')],
    isThere: () => spawnSync(PYTHON, ['-c', 'import zeep']).status === 0,
    writes: 'values',
    reads: ['own'],
  },
];

/** Operations whose messages zeep loses something of when it writes them from values; docs/independent-clients.md says what. */
const BEYOND_VALUES: Readonly<Record<string, readonly string[]>> = {
  'zds-1.1': [
    'actualiseerZaakstatus_Lk01',
    'geefLijstZaakdocumenten_Lv01',
    'geefZaakdetails_Lv01',
    'geefZaakdocumentLezen_Lv01',
    'geefZaakstatus_Lv01',
    'updateZaak_Lk01',
  ],
  'zds-1.2': [
    'actualiseerZaakstatus_ZakLk01',
    'geefBesluitdetails_BslLv01',
    'geefLijstBesluiten_ZakLv01',
    'geefLijstZaakdocumenten_ZakLv01',
    'geefZaakdetails_ZakLv01',
    'geefZaakdocumentLezen_EdcLv01',
    'geefZaakstatus_ZakLv01',
    'ontkoppelZaakdocument_Di02',
    'updateBesluit_BslLk01',
    'updateZaak_ZakLk01',
  ],
};

/** What a client said of each message of a folder. */
async function tell({ command }: OtherClient, folder: string, wsdls: readonly string[]): Promise<readonly Told[]> {
  const [program = '', ...words] = command;
  const child = spawn(program, [...words, folder, ...wsdls], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${said.stderr}${said.stdout}`);
  return said.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
}

for (const id of ['zds-1.1/zaaksysteem', 'zds-1.2/zaaksysteem']) {
  describe(`clients of other languages, ${id.split('/')[0]}`, function () {
    this.timeout(120_000);
    let loaded: LoadedSuite;
    let basis: OpenSchemaBasis;
    let folder: string;
    let count = 0;

    before(async () => {
      loaded = await openOwnSuite(id);
      basis = await compactBasis(loaded.standard);
      folder = mkdtempSync(join(tmpdir(), 'ketentest-clients-'));
      mkdirSync(folder, { recursive: true });
      await using product = await startReference(loaded.standard);
      const { sent, events } = await runAgainst(loaded, { url: product.url, bases: [basis], token: 'ander' });
      const actions = events.flatMap((event) => (event.type === 'exchanged' ? [actionIn(event.exchange.request)] : []));
      for (const [index, bytes] of sent.entries()) {
        const service = loaded.standard.services.find(({ soapAction }) => soapAction === actions[index]);
        const name = `${String(index).padStart(3, '0')}-${service?.operation}.xml`;
        writeFileSync(join(folder, name), bodyOf(new TextDecoder().decode(bytes)));
      }
      count = sent.length;
    });
    after(() => basis?.dispose());

    for (const client of CLIENTS) {
      for (const kind of client.reads) {
        it(`${client.name} gets through every message, from ${kind === 'own' ? 'our' : 'the published'} WSDL (skipped without it)`, async function () {
          if (!client.isThere()) this.skip();
          const { standard } = loaded;
          const registry = familyOf(standard.family).registry(standard);
          const refused = new Set<string>();
          const env = { XDG_DATA_HOME: NOWHERE, ...(kind === 'published' && { KETENTEST_STANDARDS: STANDARDS }) };
          const description = await descriptionOf({ cwd: NOWHERE, env }, undefined, standard).catch(() => this.skip());
          if (kind === 'published' && description.published.length === 0) this.skip();
          await using simulator = await startSimulator({
            ...{ host: '127.0.0.1', port: 0, version: '1', clock: machineClock, spoolFolder: NOWHERE, standard, registry },
            store: registry.createStore(),
            answered: ({ service, fault }) => void (fault && refused.add(service ?? '')),
            validate: (bytes) => basis.validateBytes(bytes),
            description,
          });
          const wsdls = kind === 'own' ? ['?wsdl'] : description.published.map((path) => `description/${path}`);
          const told = await tell(
            client,
            folder,
            wsdls.map((each) => `${simulator.url}/${each}`),
          );
          expect(told.filter(({ status }) => status !== 'ok')).to.deep.equal([]);
          expect(told).to.have.length(count);
          const asDocument = told.filter(({ how }) => how === 'document').map(({ operation }) => operation);
          const taken = standard.services.filter((each) => refused.has(each.id)).map(({ operation }) => operation);
          const beyond = client.writes === 'values' ? BEYOND_VALUES[standard.id] : [];
          expect([...new Set([...asDocument, ...taken])].sort()).to.deep.equal(beyond);
          expect(new Set(told.map(({ operation }) => operation)).size).to.be.greaterThan(10);
        });
      }
    }
  });
}

function actionIn({ headers }: SentRequest): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === 'soapaction')?.[1].replaceAll('"', '');
}

/** What stands in the Body, with the namespaces that the envelope declares. */
function bodyOf(message: string): string {
  const declared = [...(/<[\w-]+:Envelope([^>]*)>/.exec(message)?.[1] ?? '').matchAll(/xmlns:[\w-]+="[^"]*"/g)].map(String);
  const body = /<([\w-]+):Body>\s*([\s\S]*?)\s*<\/\1:Body>/.exec(message)?.[2] ?? '';
  const missing = declared.filter((each) => !body.includes(each));
  return body.replace(/^<[\w:.-]+/, (opening) => [opening, ...missing].join(' '));
}
