/** What was said in a package that holds, as facts: which elements, which answer, whose fault. From the public copies alone. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Antwoord, Gesprek } from '../../dossier/interop/usage.js';
import { createMessageReader } from '../../message/message-reader.js';
import type { Body, HeaderList } from '../../model/body.js';
import { HarnessError } from '../../model/harness-error.js';
import type { MessageReader } from '../../model/record.js';
import type { Report, ReportStep } from '../../model/report.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { XmlElement } from '../../model/xml-element.js';
import { MANIFEST, type Manifest, type ManifestExchange, type ManifestMessage } from '../../report/manifest.js';
import { bytesOf } from '../../report/package-bytes.js';
import type { PackageSource } from '../../report/package-source.js';
import { MAX_REPORT_BYTES, readReport } from '../../report/rapport-json.js';
import type { Family } from '../../standard/family.js';
import { familyOf } from '../../standard/index.js';
import { openFileSet } from '../../suite/file-set.js';
import { loadStandard } from '../../suite/load-standard.js';
import { elementPaths } from './element-paths.js';

/** A larger message is not read; nobody says then what stands in it. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/**
 * @param source - a package that was verified just now
 * @param folder - where it is, for its own test set
 * @returns undefined when nobody can tell: it shows only some messages, or the test set that it was made with cannot be read
 */
export async function saidIn(source: PackageSource, cwd: string, folder: string): Promise<readonly Gesprek[] | undefined> {
  const names = new Set((await source.list()).map(({ name }) => name));
  if (!names.has(MANIFEST) || !names.has('testset/plan.json')) return undefined;
  const json = async (name: string) => JSON.parse(String(await bytesOf(source, name, MAX_REPORT_BYTES))) as unknown;
  const report = readReport(String(await bytesOf(source, 'rapport.json', MAX_REPORT_BYTES)));
  const { suite } = (await json('testset/plan.json')) as { readonly suite: { readonly standard: string } };
  const standard = await standardIn(resolve(cwd, folder, 'testset', 'suites'), suite.standard);
  if (!standard) return undefined;
  const { uitwisselingen } = (await json(MANIFEST)) as Manifest;
  const reading = { source, standard, family: familyOf(standard.family), reader: createMessageReader() };
  const said: Gesprek[] = [];
  for (const each of uitwisselingen) {
    const steps = each.soort === 'step' && each.deel !== 'relay' ? stepsOf(report, each) : [];
    const [first] = steps;
    if (first) said.push(await exchanged(reading, each, first.path, steps));
  }
  return said;
}

interface Reading {
  readonly source: PackageSource;
  readonly standard: StandardDefinition;
  readonly family: Family;
  readonly reader: MessageReader;
}

interface Step extends ReportStep {
  readonly path: string;
}

/** The steps that this exchange proves in which the product has a part. */
function stepsOf({ scenarios }: Report, { id, deel }: ManifestExchange): readonly Step[] {
  return scenarios.flatMap((scenario) =>
    scenario.stappen
      .filter(({ bewijs, richting }) => bewijs.includes(id) && (deel === 'driver' || richting === 'van_product'))
      .map((step) => ({ ...step, path: `${scenario.id}/${step.nr}` })),
  );
}

async function exchanged(reading: Reading, of: ManifestExchange, stap: string, steps: readonly Step[]): Promise<Gesprek> {
  const { id, dienst, vraag, antwoord } = of;
  const isFault = (each: ReportStep) => each.verdict === 'voldoet_niet' && each.oorzaak === 'product';
  const faulty = steps.filter(isFault);
  const all = steps.every(({ verdict }) => verdict === 'voldoet');
  const question = await messageIn(reading, `${id}-vraag`, vraag);
  const fault = faulty
    .flatMap(({ regels }) => regels)
    .find(({ verdict, ernst, oorzaak }) => verdict === 'voldoet_niet' && ernst === 'fout' && oorzaak === 'product');
  return {
    ...{ id, stap: faulty[0]?.path ?? stap, kant: of.deel === 'driver' ? 'antwoordt' : 'vraagt', dienst },
    verdict: faulty.length > 0 ? 'voldoet_niet' : all ? 'voldoet' : 'niet_beslist',
    ...(fault && { fout: { regel: fault.id, melding: fault.melding } }),
    ...(question?.message && { vraag: elementPaths(question.message) }),
    antwoord: antwoord ? await answerIn(reading, of, antwoord) : { soort: 'geen' },
  };
}

async function answerIn(reading: Reading, { id, dienst }: ManifestExchange, of: ManifestMessage): Promise<Antwoord> {
  const { standard, family } = reading;
  const facts = await messageIn(reading, `${id}-antwoord`, of);
  if (!facts?.message && !facts?.soapFault) return { soort: 'geen' };
  const service = standard.services.find((each) => each.id === dienst);
  const isConfirmed = service !== undefined && family.confirms(standard, service, facts);
  const foutcode = facts.fout?.code ?? facts.soapFault?.faultcode;
  return {
    soort: isConfirmed ? 'bevestigd' : facts.soapFault || facts.fout ? 'fout' : 'anders',
    ...(facts.message && { berichttype: facts.message.name, paden: elementPaths(facts.message) }),
    ...(foutcode !== undefined && { foutcode }),
  };
}

async function messageIn({ source, reader, family }: Reading, id: string, of: ManifestMessage) {
  const { bestand, koppen } = of;
  const bytes = bestand === undefined ? undefined : await bytesOf(source, bestand, MAX_MESSAGE_BYTES);
  const root = bytes && (await rootOf(reader, id, bytes, koppen));
  return root && family.read(root);
}

async function rootOf(
  reader: MessageReader,
  id: string,
  bytes: Uint8Array,
  headers: HeaderList,
): Promise<XmlElement | undefined> {
  const body: Body = {
    ...{ id, size: bytes.length, digest: '', bytes: async () => bytes },
    async *open() {
      yield bytes;
    },
  };
  return (await reader.open({ method: 'POST', url: '', headers, body })).root;
}

/** The one that the package was made with; of a test set that cannot be read nobody can say which answer confirms. */
async function standardIn(suites: string, id: string): Promise<StandardDefinition | undefined> {
  if (!existsSync(suites)) return undefined;
  try {
    return await loadStandard(openFileSet(suites), id);
  } catch (error) {
    if (error instanceof HarnessError) return undefined;
    throw error;
  }
}
