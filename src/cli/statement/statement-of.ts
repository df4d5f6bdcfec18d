/** Makes what somebody wants to state, one function a kind. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { GEZIEN, type Soort, STATUSSEN, type Verklaring, type VerklaringVan } from '../../dossier/statement/verklaring.js';
import { HarnessError } from '../../model/harness-error.js';
import { choice, httpUrl } from '../settings/option-values.js';
import type { Asked } from './what-it-is-about.js';

export interface Around {
  readonly cwd: string;
  /** ISO 8601. */
  readonly since: string;
  /** Id of the key that signs. */
  readonly ownKey: string;
}

type Maker<S extends Soort> = (of: Asked, around: Around) => Promise<VerklaringVan<S>>;

const MAKERS: { readonly [S in Soort]: Maker<S> } = {
  steun: async (of) => ({ soort: 'steun', over: await of.tupel() }),
  intrekking: async (of) => ({
    ...{ soort: 'intrekking', reden: of.word('reason') },
    over: of.has('report') ? { rapport: await of.report() } : await of.tupel(),
  }),
  betwisting: async (of) => ({ soort: 'betwisting', over: { rapport: await of.report() }, reden: of.word('reason') }),
  publicatie: async (of, { since }) => ({
    ...{ soort: 'publicatie', over: { rapport: await of.report() }, gezienOp: since },
    url: httpUrl({ name: 'url', texts: [of.word('url')] }, of.word('url')),
    gezien: choice({ name: 'seen', texts: [of.word('seen')] }, GEZIEN),
  }),
  vinkje: async (of) => ({
    ...{ soort: 'vinkje', over: await of.tupel(), gezet: !of.has('unticked') },
    ...(of.has('report') && { rapport: await of.report() }),
  }),
  platformrapport: async (of, { cwd }) => ({
    ...{ soort: 'platformrapport', over: await of.tupel(), instrument: of.word('instrument') },
    uitkomst: choice({ name: 'result', texts: [of.word('result')] }, ['foutloos', 'met_fouten', 'niet_vastgesteld'] as const),
    omvang: of.has('part') ? 'deels' : 'volledig',
    bestand: fileOf(cwd, of.word('file')),
  }),
  erkenning: async (of) => ({ soort: 'erkenning', ...(await of.testset()), instrument: of.word('instrument') }),
  in_gebruik: async (of, { since }) => {
    const { product, leverancier } = await of.product();
    return { soort: 'in_gebruik', over: { product, leverancier }, sinds: since };
  },
  testset_vervangen: async (of, { since }) => ({
    soort: 'testset_vervangen',
    testset: (await of.testset()).testset,
    sinds: since,
  }),
  standaardstatus: async (of, { since }) => ({
    ...{ soort: 'standaardstatus', standaard: (await of.testset()).standaard, sinds: since },
    status: choice({ name: 'status', texts: [of.word('status')] }, STATUSSEN),
    ...(of.has('instrument') && { instrument: of.word('instrument') }),
  }),
  sleutel_ingetrokken: async (of, { since, ownKey }) => ({
    ...{ soort: 'sleutel_ingetrokken', sleutel: of.wordOr('key-id', ownKey), sinds: since },
  }),
  niet_vergelijkbaar: async (of) => ({
    ...{ soort: 'niet_vergelijkbaar', over: { rapport: await of.report() }, reden: of.word('reason') },
  }),
};

/** @throws {HarnessError} `USAGE` for what it needs, `REPORT_INVALID` for a report that does not hold */
export function statementOf(soort: Soort, of: Asked, around: Around): Promise<Verklaring> {
  return MAKERS[soort](of, around);
}

function fileOf(cwd: string, shown: string): { readonly naam: string; readonly sha256: string } {
  try {
    const sha256 = createHash('sha256')
      .update(readFileSync(resolve(cwd, shown)))
      .digest('hex');
    return { naam: basename(shown), sha256 };
  } catch (cause) {
    throw new HarnessError('USAGE', { nl: `--file: ${shown} is niet te lezen`, en: `--file: cannot read ${shown}` }, { cause });
  }
}
