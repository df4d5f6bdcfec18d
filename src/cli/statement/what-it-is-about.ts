/** What a statement is about, as a user says it: by a report, or by a test set and a product. */
import type { Tupel } from '../../dossier/indication/indication.js';
import { tupleOf } from '../../dossier/indication/same-tuple.js';
import { sealedReport } from '../../dossier/sealed-report.js';
import type { Testset } from '../../dossier/statement/verklaring.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { REASONS } from '../../report/seal/verify-reasons.js';
import type { Call } from '../command.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { one } from '../settings/option-values.js';
import { openStandard, openSuite } from '../suite-loading.js';

/** Reads the options of one call. */
export interface Asked {
  /** @throws {HarnessError} `USAGE` when it was not given */
  word(name: string): string;
  wordOr<T>(name: string, otherwise: T): string | T;
  has(name: string): boolean;
  /** Digest of the report that was named. */
  report(): Promise<string>;
  tupel(): Promise<Tupel>;
  product(): Promise<Pick<Tupel, 'product' | 'leverancier'>>;
  testset(): Promise<{ readonly testset: Testset; readonly standaard: Tupel['standaard'] }>;
}

export function asked({ shell, operands, options }: Call): Asked {
  const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const given = (name: string) => options[camel(name)];
  const has = (name: string) => given(name) !== undefined;
  const word = (name: string) => {
    if (!has(name)) throw needs(operands[0] ?? '', name);
    return one({ name, texts: [String(given(name))] });
  };
  const facts = async () => {
    const shown = word('report');
    const { feiten, bevindingen } = await sealedReport(shown, openPackageFolder(shell.cwd, shown), {
      version: packageFacts().version,
    });
    if (feiten) return feiten;
    const [first] = bevindingen;
    const why: Tekst = first ? REASONS[first.code] : { nl: '', en: '' };
    throw new HarnessError(
      'REPORT_INVALID',
      { nl: `${shown} houdt niet: ${why.nl}`, en: `${shown} does not hold: ${why.en}` },
      { place: { file: shown }, hint: { nl: `Zie "ketentest verify ${shown}".`, en: `See "ketentest verify ${shown}".` } },
    );
  };
  const product = async () =>
    has('report')
      ? tupleOf(await facts())
      : { product: { pakketnaam: word('product'), versie: word('product-version') }, leverancier: { naam: word('vendor') } };
  const testset = async () => {
    const id = word('suite');
    const { suite } = await openSuite(id);
    const { standard } = await openStandard(id);
    const { versie, digest } = suite.testset;
    return {
      testset: { id: suite.testset.id, versie, digest },
      standaard: { naam: standard.naam, versie: standard.versie },
    };
  };
  const tupel = async (): Promise<Tupel> => {
    if (has('report')) return tupleOf(await facts());
    const { standard, role } = await openStandard(word('suite'));
    return { ...(await product()), standaard: { naam: standard.naam, versie: standard.versie }, rol: role.naam };
  };
  return {
    ...{ word, has, tupel, product, testset },
    wordOr: (name, otherwise) => (has(name) ? word(name) : otherwise),
    report: async () => (await facts()).digest,
  };
}

function needs(soort: string, name: string): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl: `statement ${soort} heeft --${name} nodig`, en: `statement ${soort} needs --${name}` },
    {
      hint: {
        nl: 'Zie docs/indication.md voor elke soort een voorbeeld.',
        en: 'See docs/indication.md for an example of each kind.',
      },
    },
  );
}
