/** The data of ZDS 1.1 and 1.2: what the messages hold, and what the official schemas say of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { JUDGES } from '../../src/judge/index.js';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema } from '../../src/message/schema-validator.js';
import { fillText } from '../../src/message/template.js';
import { readXml } from '../../src/message/xml-reader.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { MessageSource, Step } from '../../src/model/scenario.js';
import type { ElementRow } from '../../src/model/standard-definition.js';
import { attributeOf, childOf, childrenOf, descend, type XmlElement } from '../../src/model/xml-element.js';
import { familyOf } from '../../src/standard/index.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { evaluateFunctions } from '../../src/suite/functions.js';
import { chainsOf } from '../../src/suite/load-chain.js';
import { type LoadedSuite, loadSuite } from '../../src/suite/load-suite.js';
import { packageRoot } from '../package-root.js';
import { officialSet } from './official-set.js';

const STUF = 'http://www.egem.nl/StUF/StUF0301';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const SENT_AT = Date.UTC(2026, 7, 1, 10);

/** What a run would have taken from the product by then. */
const CAPTURED = { identificatie: '9999ABC0001', checkedOutId: 'PWC-1' };

interface Made {
  /** Template name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly message: XmlElement;
  readonly service: string;
}

/** Every message that a suite sends, each template once. */
function makeAll({ suite, standard, templates }: LoadedSuite): readonly Made[] {
  const constants = Object.fromEntries(suite.variables.map(({ name, value }) => [name, value ?? '']));
  const functions = evaluateFunctions(suite.variables, { now: SENT_AT, token: 'a1b2c3' });
  const captured = suite.variables.filter(({ type }) => type === 'captured');
  const taken = captured.map(({ name }) => [name, CAPTURED[name.endsWith('checkedOutId') ? 'checkedOutId' : 'identificatie']]);
  const values = { ...constants, ...functions, ...(Object.fromEntries(taken) as Record<string, string>) };
  const family = familyOf(standard.family);
  const sources = new Map<string, MessageSource & { readonly service: string }>();
  for (const { send, service, readBack } of suite.scenarios.flatMap((scenario) => scenario.steps)) {
    if (send) sources.set(send.template, { ...send, service });
    if (readBack) sources.set(readBack.template, readBack);
  }
  return [...sources].map(([name, source]) => {
    const service = standard.services.find(({ id }) => id === source.service);
    const template = templates.get(name);
    if (!service || !template) throw new HarnessError('INTERNAL', `${name} cannot be made`);
    const own = Object.fromEntries(Object.entries(source.with).map(([key, text]) => [key, fillText(text, values)]));
    const { body } = family.compose({
      ...{ standard, service, template, values: { ...values, ...own } },
      identity: {
        referentienummer: 'R1',
        sentAt: SENT_AT,
        zender: { applicatie: 'KETENTEST' },
        ontvanger: { applicatie: 'ZAAKSYSTEEM' },
      },
    });
    const { root } = readXml(body);
    const message = root && family.read(root).message;
    if (!message) throw new HarnessError('INTERNAL', `${name} cannot be read back`);
    return { name, bytes: body, message, service: service.id };
  });
}

/** Local names below the message element of everything that has a value of its own, e.g. `object/kenmerk/bron`. */
function filledPaths(element: XmlElement, above = ''): readonly string[] {
  return element.children.flatMap((child) => {
    const path = `${above}${child.name}`;
    return child.children.length > 0 ? filledPaths(child, `${path}/`) : child.text.trim() === '' ? [] : [path];
  });
}

/** Every path of an element that is there, filled or not. */
function allPaths(element: XmlElement, above = ''): readonly string[] {
  return element.children.flatMap((child) => [`${above}${child.name}`, ...allPaths(child, `${above}${child.name}/`)]);
}

function localPath({ path }: ElementRow): string {
  return path.replaceAll(/\w+:/g, '');
}

function isElevenProof(number: string): boolean {
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return number.length === 9 && sum % 11 === 0;
}

const everywhere = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(everywhere)];

/** Optional rows that the maximal messages leave out; decisions/zds-messages.md says why. */
const LEFT_OUT = ['object/einddatum', 'object/heeftAlsOverigBetrokkene/afwijkendCorrespondentieAdres'];

for (const [id, counts] of [
  ['zds-1.1', { services: 14, templates: 15, steps: 36, simulator: [] }],
  ['zds-1.2', { services: 22, templates: 22, steps: 52, simulator: ['overdragenZaak'] }],
] as const) {
  describe(`the data of ${id}`, () => {
    let loaded: LoadedSuite;
    let made: readonly Made[];
    const messageOf = (name: string): XmlElement => {
      const found = made.find((each) => each.name === name);
      if (!found) throw new HarnessError('INTERNAL', `no step sends ${name}`);
      return found.message;
    };
    const rowsOf = (service: string): readonly ElementRow[] =>
      loaded.standard.services.find((each) => each.id === service)?.elements.request ?? [];
    const steps = (): readonly Step[] => loaded.suite.scenarios.flatMap((scenario) => scenario.steps);

    before(async () => {
      loaded = await loadSuite(openFileSet(join(packageRoot, 'suites')), `${id}/zaaksysteem`, JUDGES);
      made = makeAll(loaded);
    });

    it('loads, and sends every message that the folder holds, together with its deepening, its chains and the simulator', async () => {
      expect(loaded.standard.services).lengthOf(counts.services);
      expect(steps()).lengthOf(counts.steps);
      const files = readdirSync(join(packageRoot, 'suites', id, 'messages')).filter((file) => file.endsWith('.hbs'));
      const deepening = await loadSuite(openFileSet(join(packageRoot, 'suites')), `${id}/zaaksysteem-verdieping`, JUDGES);
      const inSuites = openFileSet(join(packageRoot, 'suites'));
      const chains = await Promise.all(
        (await chainsOf(inSuites, id)).map((chain) => loadSuite(inSuites, `${id}/chains/${chain}`, JUDGES)),
      );
      const chained = chains.flatMap(({ templates }) => [...templates.keys()]);
      const sent = new Set([...made.map(({ name }) => name), ...deepening.templates.keys(), ...chained, ...counts.simulator]);
      expect(files.map((file) => file.replace('.xml.hbs', '')).sort()).deep.equal([...sent].sort());
      expect(made).lengthOf(counts.templates);
    });

    it(`holds only messages that the official schemas call valid (skipped without the set ${id === 'zds-1.1' ? 'zds-1.1.02' : id})`, function () {
      const [set] = loaded.standard.schemas;
      const files = set && officialSet(set.set);
      if (!files) return this.skip();
      const validator = compileSchema(prepareSchema(files, set.entries), loaded.standard.namespaces);
      try {
        const outcomes = made.map(({ name, bytes }) => ({ name, outcome: validator.validate(bytes) }));
        expect(outcomes.filter(({ outcome }) => !outcome.decided || outcome.violations.length > 0)).deep.equal([]);
      } finally {
        validator.dispose();
      }
    });

    it('fills every element that the service table makes mandatory in each message', () => {
      const missing = made.flatMap(({ name, message, service }) => {
        const paths = allPaths(message);
        const filled = new Set(filledPaths(message));
        const present = (path: string) => paths.includes(path);
        const parent = (path: string) => path.slice(0, path.lastIndexOf('/'));
        return rowsOf(service)
          .filter((row) => row.use === 'v' && !row.path.includes('@'))
          .map(localPath)
          .filter((path) => present(parent(path)) && !filled.has(path) && !paths.some((each) => each.startsWith(`${path}/`)))
          .map((path) => `${name}: ${path}`);
      });
      expect(missing).deep.equal([]);
    });

    for (const service of ['creeerZaak', 'voegZaakdocumentToe', ...(id === 'zds-1.2' ? ['voegBesluitToe'] : [])]) {
      it(`${service} minimal gives a value to nothing that its table leaves optional`, () => {
        const optional = rowsOf(service)
          .filter((row) => /^(o|0\.\.)/.test(row.use))
          .map(localPath);
        const filled = filledPaths(messageOf(`${service}-minimaal`));
        const kerngegevensOfReferenceData = /^object\/isVan\/gerelateerde\/omschrijving$/;
        expect(optional.filter((path) => filled.some((each) => each === path || each.startsWith(`${path}/`)))).satisfies(
          (extra: readonly string[]) => extra.every((path) => kerngegevensOfReferenceData.test(path)),
        );
      });

      it(`${service} maximal has every optional element of its table, and one branch of each choice`, () => {
        const present = new Set(allPaths(messageOf(`${service}-maximaal`)));
        const missing = rowsOf(service)
          .filter((row) => /^(o|0\.\.)/.test(row.use) && !row.path.includes('@'))
          .map(localPath)
          .filter((path) => !present.has(path) && !/afwijkendBuitenlands/.test(path));
        expect(missing.filter((path) => !LEFT_OUT.includes(path))).deep.equal([]);
      });
    }

    it('uses each kind of betrokkene and both kinds of address once zaak 2 is sent', () => {
      const paths = allPaths(messageOf('creeerZaak-maximaal')).join('\n');
      const kinds = ['medewerker', 'organisatorischeEenheid', 'natuurlijkPersoon', 'nietNatuurlijkPersoon', 'vestiging'];
      const addresses = ['afwijkendCorrespondentieAdres', 'afwijkendBuitenlandsCorrespondentieAdres'];
      expect([...kinds.map((kind) => `gerelateerde/${kind}`), ...addresses].filter((part) => !paths.includes(part))).deep.equal(
        [],
      );
    });

    it('names only persons of the test range, whose numbers pass the eleven test', () => {
      const numbers = made.flatMap(({ message }) =>
        everywhere(message)
          .filter(({ name, text }) => ['inp.bsn', 'inn.nnpId'].includes(name) && text !== '')
          .map(({ text }) => text),
      );
      expect(numbers).not.deep.equal([]);
      expect(numbers.filter((number) => !/^9999\d{5}$/.test(number) || !isElevenProof(number))).deep.equal([]);
    });

    it('gives old and current object of a change the same elements and the same verwerkingssoort', () => {
      const pairs = made.flatMap(({ name, message }) =>
        everywhere(message)
          .map((element) => childrenOf(element, 'object'))
          .filter((objects) => objects.length > 1)
          .map(([old, current]) => ({ name, old, current })),
      );
      expect(pairs.map(({ name }) => name).sort()).include.members(['actualiseerZaakstatus', 'updateZaak', 'updateZaakdocument']);
      for (const { name, old, current } of pairs) {
        expect(current && shape(current), name).deep.equal(old && shape(old));
      }
    });

    it('marks every entity of a kennisgeving with a verwerkingssoort, and none of a question', () => {
      for (const { name, message } of made) {
        const objects = [childOf(message, 'object'), descend(message, 'edcLk02', 'object')].filter((each) => each !== undefined);
        const entities = objects.flatMap(everywhere).filter((each) => attributeOf(each, STUF, 'entiteittype') !== undefined);
        expect(
          entities.filter((each) => attributeOf(each, STUF, 'verwerkingssoort') === undefined).map((each) => each.name),
          name,
        ).deep.equal([]);
        const asked = [childOf(message, 'gelijk'), childOf(message, 'scope')].filter((each) => each !== undefined);
        expect(
          asked.flatMap(everywhere).filter((each) => attributeOf(each, STUF, 'verwerkingssoort') !== undefined),
          name,
        ).deep.equal([]);
      }
    });

    it('asks in scope with empty elements only', () => {
      for (const { name, message } of made) {
        const scope = childOf(message, 'scope');
        expect(scope ? filledPaths(scope) : [], name).deep.equal([]);
        const leaves = scope ? everywhere(scope).filter((each) => each.children.length === 0) : [];
        const bare = leaves.filter((each) => attributeOf(each, XSI, 'nil') !== 'true').map((each) => each.name);
        expect(
          bare.filter((each) => each !== 'inhoud'),
          name,
        ).deep.equal([]);
      }
    });

    it('reads back after every message that changes something that a question can show', () => {
      const changes = new Set(
        loaded.standard.services.filter(({ request }) => /^(Lk|Di01)/.test(request.code)).map((each) => each.id),
      );
      for (const each of ['updateZaakdocument', 'cancelCheckout', 'ontkoppelZaakdocument']) changes.add(each);
      const silent = steps().filter((step) => step.send && changes.has(step.service) && !step.readBack);
      expect(silent.map((step) => step.service)).deep.equal([]);
    });

    it('compares every answer to a question with what was sent before', () => {
      const questions = steps().filter((step) => /La01$|ewerken_Du02$/.test(step.message));
      expect(questions).lengthOf(id === 'zds-1.1' ? 6 : 8);
      expect(questions.filter((step) => !step.expect.some(({ kind }) => kind === 'weergave'))).deep.equal([]);
    });

    it('says what the product must hold beforehand, each with a word of explanation', () => {
      const existing = loaded.suite.variables.filter((variable) => variable.moetBestaan);
      expect(existing.map(({ name }) => name)).include.members([
        ...['zender.applicatie', 'ontvanger.applicatie', 'gemeentecode', 'zaaktype.code', 'zaaktype.omschrijving'],
        ...['statustype.volgnummer', 'statustype.omschrijving', 'medewerker.identificatie', 'documenttype.omschrijving'],
      ]);
      expect(existing.filter(({ description }) => !description).map(({ name }) => name)).deep.equal([]);
    });
  });
}

/** Names and verwerkingssoort, without values; a relation that comes or goes is empty on one side. */
function shape(object: XmlElement): unknown {
  return [
    attributeOf(object, STUF, 'verwerkingssoort'),
    object.children.map((child) => [child.name, attributeOf(child, STUF, 'verwerkingssoort')]),
  ];
}
