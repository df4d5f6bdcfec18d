/**
 * Somebody else's SOAP client, built from the official WSDL, talks to the reference: our own driver and our own simulator
 * could be wrong together. Node-soap writes StUF wrongly from JavaScript values (wrong namespaces, lost attributes), so it
 * is given the content of the Body as text wherever a message has more than a few elements.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { type Client, createClientAsync } from 'soap';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { SentRequest } from '../src/model/exchange.js';
import type { ServiceDefinition, StandardDefinition } from '../src/model/standard-definition.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { packageRoot } from './package-root.js';
import { openOwnSuite, runAgainst } from './support/reference-run.js';
import { compactBasis, startReference } from './support/reference-server.js';

const STANDARDS = process.env.KETENTEST_STANDARDS ?? join(packageRoot, '..', 'shared', 'standards');

interface Binding {
  readonly methods: Readonly<Record<string, { readonly soapAction: string }>>;
}

/** Clients for every WSDL of the koppelvlak; undefined without the official set. */
async function clientsOf({ schemas }: StandardDefinition, endpoint: string): Promise<readonly Client[] | undefined> {
  const folder = join(STANDARDS, schemas[0]?.set ?? '');
  if (schemas.length === 0 || !existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /_zs-dms\.wsdl$/.test(basename(name)),
  );
  return Promise.all(files.map((name) => createClientAsync(join(folder, name), { endpoint })));
}

function actionsOf(client: Client): ReadonlyMap<string, string> {
  const { bindings } = (client as unknown as { readonly wsdl: { readonly definitions: { readonly bindings: object } } }).wsdl
    .definitions;
  const all = Object.values(bindings as Readonly<Record<string, Binding>>).flatMap(({ methods }) => Object.entries(methods));
  return new Map(all.map(([name, { soapAction }]) => [name, soapAction]));
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What node-soap made of the Body. */
  readonly value: unknown;
}

/** @param content - of the Body, or values for node-soap to write */
async function ask(clients: readonly Client[], { operation }: ServiceDefinition, content: string | object): Promise<Answer> {
  const client = clients.find((each) => actionsOf(each).has(operation));
  if (!client) throw new Error(`no WSDL has ${operation}`);
  const call = (client as unknown as Readonly<Record<string, (args: object) => Promise<readonly unknown[]>>>)[
    `${operation}Async`
  ];
  try {
    const [value, text] = (await call?.call(client, typeof content === 'string' ? { _xml: content } : content)) ?? [];
    return { status: 200, text: String(text), value };
  } catch (error) {
    const { response } = error as { readonly response?: { readonly status: number; readonly data: unknown } };
    if (!response) throw error;
    return { status: response.status, text: String(response.data), value: undefined };
  }
}

/** What stands in the Body, with the namespaces that the envelope declares. */
function bodyOf(message: string): string {
  const declared = [...(/<[\w-]+:Envelope([^>]*)>/.exec(message)?.[1] ?? '').matchAll(/xmlns:[\w-]+="[^"]*"/g)].join(' ');
  const body = /<([\w-]+):Body>\s*([\s\S]*?)\s*<\/\1:Body>/.exec(message)?.[2] ?? '';
  return body.replace(
    /^<[\w:.-]+/,
    (opening) =>
      `${opening} ${declared
        .split(' ')
        .filter((each) => !body.includes(each))
        .join(' ')}`,
  );
}

for (const id of ['zds-1.1/zaaksysteem', 'zds-1.2/zaaksysteem']) {
  describe(`node-soap with the official WSDL of ${id.split('/')[0]} (skipped without the set)`, function () {
    this.timeout(60_000);
    let loaded: LoadedSuite;
    let basis: OpenSchemaBasis;

    before(async function () {
      loaded = await openOwnSuite(id);
      if (!(await clientsOf(loaded.standard, 'http://127.0.0.1:9/'))) this.skip();
      basis = await compactBasis(loaded.standard);
    });
    after(() => basis?.dispose());

    it('knows every service by the operation and the SOAPAction that we give it', async () => {
      const clients = (await clientsOf(loaded.standard, 'http://127.0.0.1:9/')) ?? [];
      const official = new Map(clients.flatMap((client) => [...actionsOf(client)]));
      const { services } = loaded.standard;
      expect(services.map(({ operation }) => [operation, official.get(operation)])).to.deep.equal(
        services.map(({ operation, soapAction }) => [operation, soapAction]),
      );
    });

    it('gets through every message of the set', async () => {
      await using product = await startReference(loaded.standard);
      const { sent, events } = await runAgainst(loaded, { url: product.url, bases: [basis], token: 'soap' });
      const actions = events.flatMap((event) => (event.type === 'exchanged' ? [actionIn(event.exchange.request)] : []));
      await using again = await startReference(loaded.standard, undefined, basis);
      const clients = (await clientsOf(loaded.standard, again.url)) ?? [];
      const asked = new Set<string>();
      for (const [index, bytes] of sent.entries()) {
        const service = loaded.standard.services.find(({ soapAction }) => soapAction === actions[index]);
        if (!service) throw new Error(`no service has ${actions[index]}`);
        const content = bodyOf(new TextDecoder().decode(bytes));
        const { status, text, value } = await ask(clients, service, content);
        expect(status, `${service.id}: ${text.slice(0, 2000)}`).to.equal(200);
        expect(
          service.replies.some(
            ({ element }) => text.includes(`:${element.split(':')[1]}`) || text.includes(`<${element.split(':')[1]}`),
          ),
          text.slice(0, 800),
        ).to.equal(true);
        expect(value, service.id).to.be.an('object');
        asked.add(service.id);
      }
      expect([...asked].sort()).to.deep.equal(
        loaded.standard.services
          .map((service) => service.id)
          .filter((each) => usedIn(loaded, each))
          .sort(),
      );
    });

    it('is refused with a fault that it can read, when it writes a message itself and loses the attributes', async () => {
      await using product = await startReference(loaded.standard, undefined, basis);
      const clients = (await clientsOf(loaded.standard, product.url)) ?? [];
      const service = loaded.standard.services.find(({ asynchronous }) => asynchronous);
      if (!service) throw new Error('no asynchronous service');
      const { status, text } = await ask(clients, service, { stuurgegevens: { berichtcode: 'Lk01' } });
      expect(status).to.equal(500);
      expect(text).to.match(/<[\w-]+:Fault>[\s\S]*Fo03Bericht/);
    });
  });
}

function actionIn({ headers }: SentRequest): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === 'soapaction')?.[1].replaceAll('"', '');
}

function usedIn({ suite }: LoadedSuite, service: string): boolean {
  return suite.scenarios.some(({ steps }) =>
    steps.some((step) => step.service === service || step.readBack?.service === service),
  );
}
