/**
 * What a relay sees of a product is judged as when that product is tested: rule by rule, for what a product sends (somebody
 * else's client, which we did not write) and for what it answers, in every form in which a message may travel.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { startSimulator } from '../src/actor/simulator.js';
import { descriptionOf } from '../src/cli/simulate/simulate-description.js';
import { openRuleBook, type RuleBook } from '../src/judge/rule-book.js';
import { inParts } from '../src/message/mtom-writer.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { Finding } from '../src/model/finding.js';
import type { RunEvent } from '../src/model/run-event.js';
import { familyOf } from '../src/standard/index.js';
import { withFixtures } from '../src/suite/fixtures.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { planSuite } from '../src/suite/plan.js';
import { packageRoot } from './package-root.js';
import { runConsumer } from './support/consumer-run.js';
import { localServer } from './support/local-server.js';
import { machineClock, openOwnSuite, runAgainst } from './support/reference-run.js';
import { compactBasis, startReference } from './support/reference-server.js';
import { watchHop } from './support/watched-hop.js';

const NOWHERE = join(tmpdir(), 'ketentest-nothing-installed');
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const CLIENTS = [
  {
    name: "PHP's SoapClient",
    command: ['php', join(packageRoot, 'test', 'clients', 'client.php')],
    isThere: () => spawnSync('php', ['-r', 'exit(class_exists("SoapClient") ? 0 : 1);']).status === 0,
  },
  {
    name: "Python's zeep",
    command: [PYTHON, join(packageRoot, 'test', 'clients', 'client.py')],
    isThere: () => spawnSync(PYTHON, ['-c', 'import zeep']).status === 0,
  },
];

/** What only one of the two asks: a counterpart of ours knows what it should process, and a hop has another side. */
const ONLY_HERE = /^(?:BERICHT-VERWERKT|KETEN-|BEZORGD$|WEERGAVE|WAARDE|UNIEK|HERHAALD|VASTGELEGD|FOUT-|WAARNEMING-)/;

describe('a relay before a product', function () {
  this.timeout(120_000);
  let [consumer, provider] = [undefined as unknown as LoadedSuite, undefined as unknown as LoadedSuite];
  let [basis, rules] = [undefined as unknown as OpenSchemaBasis, undefined as unknown as RuleBook];

  before(async () => {
    consumer = await openOwnSuite('zds-1.1/zaakservice-consumer');
    provider = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(provider.standard);
    rules = openRuleBook(provider.standard, familyOf(provider.standard.family));
  });
  after(() => {
    basis?.dispose();
    rules?.[Symbol.dispose]();
  });

  for (const { name, command, isThere } of CLIENTS)
    it(`judges what ${name} sends as the product test does, rule by rule (skipped without it)`, async function () {
      if (!isThere()) this.skip();
      const folder = mkdtempSync(join(tmpdir(), 'ketentest-dialoog-'));
      const { constants } = planSuite(consumer, { only: [], without: [], set: {} });
      const standard = withFixtures(consumer, constants);
      const registry = familyOf(standard.family).registry(standard);
      await using product = await startSimulator({
        ...{ host: '127.0.0.1', port: 0, version: '1', clock: machineClock, spoolFolder: NOWHERE, standard, registry },
        store: registry.createStore(),
        validate: (bytes) => basis.validateBytes(bytes),
        description: await descriptionOf({ cwd: NOWHERE, env: { XDG_DATA_HOME: NOWHERE } }, undefined, standard),
      });
      await writeDialogue(folder);
      const speak = (url: string) => run(command, [folder, `${product.url}/?wsdl`], url);
      const direct = await runConsumer(consumer, { bases: [basis], rules, product: speak });
      const watched = await watchHop({ standard, basis, rules, target: product.url, say: speak });
      rmSync(folder, { recursive: true, force: true });
      const [one, other] = [direct, watched].map(({ events }) => firstOfEach(events));
      expect(one?.length).to.be.greaterThan(5);
      expect(one?.flat().filter((each) => each.includes('voldoet_niet')).length).to.be.greaterThan(0);
      expect(other).to.deep.equal(one);
    });

  it('judges what the reference answers as the product test does, rule by rule', async () => {
    const drive = async (url: string) => (await runAgainst(provider, { url, bases: [basis], rules, token: 'antwoord' })).events;
    await using product = await startReference(provider.standard, undefined, basis);
    const direct = await drive(product.url);
    await using again = await startReference(provider.standard, undefined, basis);
    const watched = await watchHop({
      ...{ standard: provider.standard, basis, rules, target: again.url },
      say: async (url) => void (await drive(url)),
    });
    const [one, other] = [saidOf(direct, 'antwoord'), saidOf(watched.events, 'antwoord')];
    expect(one.length).to.be.greaterThan(20);
    expect(other).to.deep.equal(one);
  });

  /** Forms in which an answer may come. */
  const FORMS: readonly (readonly [name: string, write: (answer: Buffer, response: http.ServerResponse) => void])[] = [
    ['compressed', (answer, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(answer))],
    ['in pieces', (answer, response) => [response.write(answer.subarray(0, 100)), response.end(answer.subarray(100))]],
    [
      'as SOAP 1.2',
      (answer, response) =>
        response
          .setHeader('Content-Type', 'application/soap+xml; charset=utf-8')
          .end(
            answer.toString().replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
          ),
    ],
    ['cut off', (answer, response) => response.write(answer.subarray(0, 200), () => response.destroy())],
    ['that says it is compressed and is not', (answer, response) => response.setHeader('Content-Encoding', 'gzip').end(answer)],
  ];
  for (const [form, write] of FORMS)
    it(`judges an answer ${form} as the product test does`, async () => {
      await using product = await startReference(provider.standard, undefined, basis);
      await using front = await localServer(
        http.createServer((request, response) => void speakFor(product.url, request, response, write)),
      );
      const drive = async (url: string, token: string) =>
        (await runAgainst(provider, { url, bases: [basis], rules, token, selection: { only: ['zs.1.*'] } })).events;
      const direct = await drive(front.url, 'een');
      const watched = await watchHop({
        ...{ standard: provider.standard, basis, rules, target: front.url },
        say: async (url) => void (await drive(url, 'twee')),
      });
      const [one, other] = [direct, watched.events].map((events) => saidOf(events, 'antwoord'));
      expect(other?.slice(0, 1)).to.deep.equal(one?.slice(0, 1));
      expect(other?.length).to.be.greaterThan(0);
    });

  /** Forms in which a question may come. */
  const PARTS = new Set(['{http://www.egem.nl/StUF/sector/zkn/0310}inhoud']);
  const SENT: readonly (readonly [name: string, suite: string, only: readonly string[], form: (body: Buffer) => Form])[] = [
    [
      'compressed',
      'zaakservice-consumer',
      ['zsc.genereerZaakIdentificatie', 'zsc.creeerZaak'],
      (body) => ({ body: gzipSync(body), headers: { 'Content-Encoding': 'gzip' } }),
    ],
    [
      'as SOAP 1.2',
      'zaakservice-consumer',
      ['zsc.genereerZaakIdentificatie', 'zsc.creeerZaak'],
      (body) => ({
        body: Buffer.from(
          body.toString().replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
        ),
        headers: { 'Content-Type': 'application/soap+xml' },
      }),
    ],
    [
      'in pieces',
      'zaakservice-consumer',
      ['zsc.genereerZaakIdentificatie', 'zsc.creeerZaak'],
      (body) => ({ body, headers: { 'Transfer-Encoding': 'chunked' } }),
    ],
    [
      'in parts (MTOM)',
      'documentservice-consumer',
      ['dsc.genereerDocumentIdentificatie', 'dsc.voegZaakdocumentToe'],
      (body) => {
        const { bytes = body, contentType = 'geen delen' } = inParts(body, PARTS) ?? {};
        return { body: Buffer.from(bytes), headers: { 'Content-Type': contentType } };
      },
    ],
  ];
  for (const [name, suite, only, form] of SENT)
    it(`judges a question ${name} as the product test does`, async () => {
      const loaded = await openOwnSuite(`zds-1.1/${suite}`);
      const selection = { only: [...only] };
      const { events } = await runConsumer(loaded, { bases: [basis], rules, selection });
      const asked = await Promise.all(
        exchangesIn(events).map(async ({ request }) => ({
          headers: Object.fromEntries(request.headers.filter(([header]) => /^(?:content-type|soapaction)$/i.test(header))),
          body: Buffer.from(await request.body.bytes()),
        })),
      );
      const speak = async (url: string) => {
        for (const each of asked) {
          const { body, headers } = form(each.body);
          await post(url, body, { ...each.headers, ...headers });
        }
      };
      const direct = await runConsumer(loaded, { bases: [basis], rules, selection, product: speak });
      await using product = await startReference(loaded.standard, undefined, basis);
      const watched = await watchHop({ standard: loaded.standard, basis, rules, target: product.url, say: speak });
      const [one, other] = [direct, watched].map((each) => firstOfEach(each.events));
      expect(one?.length).to.be.greaterThan(0);
      expect(other).to.deep.equal(one);
    });

  /** What the suite itself would send, with a message in it that breaks a rule and one that breaks the schema. */
  async function writeDialogue(folder: string): Promise<void> {
    const { events } = await runConsumer(consumer, { bases: [basis], rules });
    const asked = exchangesIn(events);
    for (const [index, { request, purpose }] of asked.entries()) {
      const { operation = '' } = consumer.standard.services.find(({ id }) => id === purpose.service) ?? {};
      const text = bodyOf(new TextDecoder().decode(await request.body.bytes()));
      const wrong =
        purpose.service === 'updateZaak'
          ? text.replace(/tijdstipBericht>\d{8}/, 'tijdstipBericht>20261399')
          : text.replace(/startdatum>\d+/g, 'startdatum>morgen');
      writeFileSync(join(folder, `${String(index).padStart(3, '0')}-${operation}.xml`), wrong);
    }
  }
});

/** A scenario may want a value to look like something. */
function isAskedByBoth({ id, verwacht }: Finding): boolean {
  return !ONLY_HERE.test(id) && !verwacht?.startsWith('volgens ^');
}

/** For each exchange with findings, in the order in which they began: what was said of one of its messages. */
function saidOf(
  events: readonly RunEvent[],
  side: 'vraag' | 'antwoord',
  only?: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const findings = events.flatMap((event) => (event.type === 'step-judged' ? event.findings : []));
  return exchangesIn(events)
    .filter(({ id }) => only?.has(id) !== false)
    .map(({ id }) => findings.filter(({ bericht }) => bericht === `${id}/${side}`).filter(isAskedByBoth))
    .filter((each) => each.length > 0)
    .map((each) => [...new Set(each.map(textOf))].sort());
}

/** What a client does next may depend on the answer, and that is another here: the first message of each service counts. */
function firstOfEach(events: readonly RunEvent[]): readonly (readonly string[])[] {
  const firsts = new Map(
    exchangesIn(events)
      .toReversed()
      .map((each) => [each.purpose.service, each.id]),
  );
  return saidOf(events, 'vraag', new Set(firsts.values()));
}

/** A reference that is well is another one each time. */
function textOf({ id, verdict, oorzaak, ernst, pad, verwacht, gevonden, gehouden }: Finding): string {
  const found = verdict === 'voldoet' ? '' : gevonden;
  const wanted = verwacht?.replace(/^KT-\S+$/, 'KT-…');
  return [id, verdict, oorzaak, ernst, pad, wanted, found, gehouden?.join(' ')].filter(Boolean).join(' | ');
}

function exchangesIn(events: readonly RunEvent[]) {
  const all = events.flatMap((event) => (event.type === 'exchanged' ? [event.exchange] : []));
  return all.filter(({ request }) => request.method === 'POST').toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function run(command: readonly string[], words: readonly string[], location: string): Promise<void> {
  const [program = '', ...first] = command;
  const child = spawn(program, [...first, ...words], {
    env: { ...process.env, LOCATION: location },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${said}`);
}

/** What stands in the Body, with the namespaces that the envelope declares. */
function bodyOf(message: string): string {
  const declared = [...(/<[\w-]+:Envelope([^>]*)>/.exec(message)?.[1] ?? '').matchAll(/xmlns:[\w-]+="[^"]*"/g)].map(String);
  const body = /<([\w-]+):Body>\s*([\s\S]*?)\s*<\/\1:Body>/.exec(message)?.[2] ?? '';
  const missing = declared.filter((each) => !body.includes(each));
  return body.replace(/^<[\w:.-]+/, (opening) => [opening, ...missing].join(' '));
}

interface Form {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers as the reference does, in another form. */
async function speakFor(
  url: string,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  write: (answer: Buffer, response: http.ServerResponse) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { 'content-type': type = '', soapaction = '' } = request.headers;
  const headers = { 'Content-Type': type, SOAPAction: String(soapaction) };
  const said = await fetch(url, { method: 'POST', body: Buffer.concat(chunks), headers });
  response.setHeader('Content-Type', 'text/xml; charset=utf-8');
  write(Buffer.from(await said.arrayBuffer()), response);
}

function post(url: string, body: Buffer, headers: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers }, (reply) => reply.resume().on('end', resolve));
    request.on('error', reject).end(body);
  });
}
