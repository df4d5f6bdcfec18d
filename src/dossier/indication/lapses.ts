/**
 * Why a report without faults holds no more: it holds for one version of the product, the standard and the test set, and no calendar
 * ends that.
 *
 * @see GIBIT 2023, article 8.3
 */
import type { Reden, Tupel } from './indication.js';
import { reden } from './reasons.js';
import type { Said, Statements } from './said.js';
import { compareVersions, isSameProduct, isSameStandard, plain } from './same-tuple.js';
import type { Standing } from './standing.js';

export interface Lapse {
  readonly waarom: Reden;
  readonly nodig: Reden;
}

export function lapsesOf(standing: Standing, tupel: Tupel, said: Statements, at: number): readonly Lapse[] {
  return [
    ...newerVersion(standing, tupel, said, at),
    ...newerTestset(standing, said, at),
    ...withdrawnStandard(tupel, said, at),
    ...notComparable(standing, said),
  ];
}

/** What was said of the standard last. */
export function standardStatus(
  { standaard }: Pick<Tupel, 'standaard'>,
  said: Statements,
  at: number,
): Said<'standaardstatus'> | undefined {
  return latest(
    said.of('standaardstatus').filter(({ verklaring }) => isSameStandard(verklaring.standaard, standaard)),
    at,
  );
}

/** Of what holds from a time on, the last that began. */
function latest<T extends { readonly verklaring: { readonly sinds: string } }>(of: readonly T[], at: number): T | undefined {
  const since = ({ verklaring }: T) => Date.parse(verklaring.sinds);
  return of.filter((each) => since(each) <= at).toSorted((one, other) => since(other) - since(one))[0];
}

function newerVersion({ endedAt }: Standing, tupel: Tupel, said: Statements, at: number): readonly Lapse[] {
  const released = said.of('in_gebruik').filter(({ verklaring }) => isSameProduct(verklaring.over, tupel));
  const { versie } = tupel.product;
  const own = latest(
    released.filter(({ verklaring }) => plain(verklaring.over.product.versie) === plain(versie)),
    at,
  );
  const newer = released.filter(({ verklaring }) => {
    const { over, sinds } = verklaring;
    if (plain(over.product.versie) === plain(versie)) return false;
    const order = compareVersions(over.product.versie, versie);
    // Versions without numbers have no order but that in which they came into use.
    return order === undefined ? Date.parse(sinds) > (own ? Date.parse(own.verklaring.sinds) : endedAt) : order > 0;
  });
  const found = latest(newer, at);
  if (!found) return [];
  const { over, sinds } = found.verklaring;
  const stated = { verklaring: found.digest };
  return [
    {
      waarom: reden('NIEUWERE_VERSIE', [over.product.versie, sinds, versie], stated),
      nodig: reden('NODIG_NIEUWE_VERSIE', [over.product.versie]),
    },
  ];
}

function newerTestset({ feiten: { testset, digest } }: Standing, said: Statements, at: number): readonly Lapse[] {
  const found = latest(
    said.of('testset_vervangen').filter(({ verklaring }) => verklaring.testset.id === testset.id),
    at,
  );
  if (!found || found.verklaring.testset.digest === testset.digest) return [];
  const { testset: now, sinds } = found.verklaring;
  if ((compareVersions(testset.versie, now.versie) ?? 0) > 0) return [];
  return [
    {
      waarom: reden('TESTSET_VERVANGEN', [testset.id, now.versie, sinds, testset.versie], {
        ...{ rapport: digest, verklaring: found.digest, voorwaarde: 1 },
      }),
      nodig: reden('NODIG_NIEUWE_TESTSET', [now.versie], { voorwaarde: 1 }),
    },
  ];
}

function withdrawnStandard(tupel: Tupel, said: Statements, at: number): readonly Lapse[] {
  const status = standardStatus(tupel, said, at);
  if (status?.verklaring.status !== 'Teruggetrokken') return [];
  const waarom = reden('STANDAARD_TERUGGETROKKEN', [status.verklaring.sinds], { verklaring: status.digest });
  return [{ waarom, nodig: reden('NODIG_NIEUWE_STANDAARD') }];
}

function notComparable({ feiten: { digest } }: Standing, said: Statements): readonly Lapse[] {
  const found = said.of('niet_vergelijkbaar').find(({ verklaring }) => verklaring.over.rapport === digest);
  if (!found) return [];
  const given = [found.partij ?? '', found.verklaring.reden];
  const waarom = reden('NIET_VERGELIJKBAAR', given, { rapport: digest, verklaring: found.digest });
  return [{ waarom, nodig: reden('NODIG_NIEUW_RAPPORT') }];
}
