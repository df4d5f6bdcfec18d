/**
 * What the simulator shows at `?wsdl`, as somebody else's client sees it: it must be able to build itself from it and talk.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createClientAsync } from 'soap';
import { startSimulator } from '../../../src/actor/simulator.js';
import { descriptionOf } from '../../../src/cli/simulate/simulate-description.js';
import type { StandardDefinition } from '../../../src/model/standard-definition.js';
import { familyOf } from '../../../src/standard/index.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadStandard } from '../../../src/suite/load-standard.js';
import { packageRoot } from '../../package-root.js';
import { machineClock } from '../../support/reference-run.js';

const NOWHERE = join(tmpdir(), 'ketentest-nothing-installed');
const STANDARDS = process.env.KETENTEST_STANDARDS ?? join(packageRoot, '..', 'shared', 'standards');

async function start(standard: StandardDefinition, env: Readonly<Record<string, string>>) {
  const registry = familyOf(standard.family).registry(standard);
  return startSimulator({
    ...{ host: '127.0.0.1', port: 0, version: '1', clock: machineClock, spoolFolder: NOWHERE, standard, registry },
    store: registry.createStore(),
    description: await descriptionOf({ cwd: NOWHERE, env: { XDG_DATA_HOME: NOWHERE, ...env } }, undefined, standard),
  });
}

for (const id of ['zds-1.1', 'zds-1.2']) {
  describe(`the description that a simulated ${id} shows`, function () {
    this.timeout(60_000);
    let standard: StandardDefinition;
    before(async () => {
      standard = await loadStandard(openFileSet(join(packageRoot, 'suites')), id);
    });

    it('names every operation with its SOAPAction, and one address for each port type', async () => {
      await using simulator = await start(standard, {});
      const text = await (await fetch(`${simulator.url}/?wsdl`)).text();
      for (const { operation, soapAction } of standard.services)
        expect(text).to.contain(`<operation name="${operation}"><soap:operation soapAction="${soapAction}"/>`);
      for (const { portType } of standard.services) expect(text).to.contain(`location="${simulator.url}/${portType}"`);
    });

    it('describes the services of one port type at its own address', async () => {
      await using simulator = await start(standard, {});
      const [first] = standard.services;
      const other = standard.services.find(({ portType }) => portType !== first?.portType);
      const text = await (await fetch(`${simulator.url}/${first?.portType}?WSDL`)).text();
      expect(text).to.contain(String(first?.soapAction)).and.not.to.contain(String(other?.soapAction));
    });

    it('lets node-soap build a client that reads a fault', async () => {
      await using simulator = await start(standard, {});
      const client = await createClientAsync(`${simulator.url}/?wsdl`);
      const service = standard.services.find(({ asynchronous }) => !asynchronous);
      const call = (client as unknown as Readonly<Record<string, (args: object) => Promise<unknown>>>)[
        `${service?.operation}Async`
      ];
      const error = await call?.call(client, { stuurgegevens: {} }).catch((caught: unknown) => caught);
      expect(String(error)).to.match(/StUF0\d\d/);
    });

    it('shows the schemas that it imports, and nothing that was not handed in', async () => {
      await using simulator = await start(standard, {});
      const text = await (await fetch(`${simulator.url}/?wsdl`)).text();
      const imported = [...text.matchAll(/schemaLocation="([^"]*)"/g)].map(([, location]) => String(location));
      expect(imported).to.not.deep.equal([]);
      for (const each of imported) expect((await fetch(each)).status, each).to.equal(200);
      for (const each of ['own/n99.xsd', 'own/..%2f..%2fpackage.json', '..%2fpackage.json', '%ff', 'x.xsd'])
        expect((await fetch(`${simulator.url}/description/${each}`)).status, each).to.equal(404);
    });

    it('shows the published description at its own address where that is installed (skipped without the set)', async function () {
      await using simulator = await start(standard, { KETENTEST_STANDARDS: STANDARDS }).catch(() => this.skip());
      const portType = String(standard.services[0]?.portType);
      const address = `${simulator.url}/${portType}`;
      const text = await (await fetch(`${address}?wsdl`)).text();
      if (text.includes('urn:ketentest:wsdl')) this.skip();
      expect(text).to.contain(`location="${address}"`);
      expect([...text.matchAll(/ocation="([^"]*)"/g)].every(([, place]) => place?.startsWith(simulator.url))).to.equal(true);
      const client = await createClientAsync(`${address}?wsdl`);
      const known = Object.keys(client).join(' ');
      const service = standard.services.find((each) => each.portType === portType && text.includes(`"${each.soapAction}"`));
      expect(known).to.contain(String(service?.operation));
      const set = String(standard.schemas[0]?.set);
      for (const each of [`${set}/..%2fcompile.tsv`, `${set}/SOURCE.md`, `${set}/..%2f..%2fx.xsd`])
        expect((await fetch(`${simulator.url}/description/${each}`)).status, each).to.equal(404);
    });
  });
}
