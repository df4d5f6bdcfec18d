/** A catalogue export about invented products, and a check of it against reports. */
import { checkCatalogue } from '../../../src/dossier/catalogue/check-catalogue.js';
import type { CatalogusToets, GezieneLink } from '../../../src/dossier/catalogue/checked.js';
import { readCatalogue } from '../../../src/dossier/catalogue/read-catalogue.js';
import { indicationsOf } from '../../../src/dossier/indication/indications-of.js';
import { knownFrom } from '../../../src/dossier/interop/evidence.js';
import type { Getuigenis } from '../../../src/dossier/interop/usage.js';
import { STANDAARD } from '../interop/samples.js';

export const AT = Date.parse('2026-03-20T00:00:00Z');
/** As different as they are in the real model: the one is never made of the other. */
export const OBJECT_ID = 'b1b00000-0000-0000-0000-000000000001';
export const ELEMENT_ID = 'id-77aa';

export type Part = Record<string, unknown>;
export type Export = Record<string, Part[]>;

/** Balie 1.4 and Magazijn 1.4, each ticked with a link, in use at Voorbeeldstad, with a koppeling over Doorgever. */
export function exported(): Export {
  const version = (id: string, module: string, versie = '1.4', more: Part = {}) => ({
    ...{ id, module, versie, status: 'in gebruik', datumInGebruik: '2026-01-01' },
    ...more,
  });
  return {
    organisaties: [
      { id: 'o-balie', naam: 'Balie BV' },
      { id: 'o-magazijn', naam: 'Magazijn BV' },
      { id: 'g-1', naam: 'Voorbeeldstad' },
    ],
    modules: [
      { id: 'm-balie', naam: 'Balie', aanbieder: 'o-balie' },
      { id: 'm-magazijn', naam: 'Magazijn', aanbieder: { id: 'o-magazijn', naam: 'Magazijn BV' } },
      { id: 'm-bus', naam: 'Doorgever' },
    ],
    moduleVersies: [version('v-balie', 'm-balie'), version('v-magazijn', 'm-magazijn'), version('v-bus', 'm-bus')],
    compliancy: [{ id: 'c-1', module: 'm-balie', standaardGemma: OBJECT_ID, url: 'https://voorbeeld.test/balie' }],
    koppelingen: [
      {
        ...{ id: 'k-1', naam: 'balie-magazijn', moduleA: 'm-balie', moduleB: 'm-magazijn' },
        ...{ gegevensuitwisselingRichting: 'AnaarB', standaardversies: [ELEMENT_ID], gerealiseerdMetIntermediairModule: 'm-bus' },
      },
    ],
    gebruiken: ['balie', 'magazijn', 'bus'].map((name) => ({
      ...{ id: `u-${name}`, afnemer: 'g-1', module: `m-${name}`, moduleVersie: `v-${name}`, status: 'In productie' },
      koppelingen: ['k-1'],
    })),
    elementen: [
      { identifier: ELEMENT_ID, name: 'Bibliotheekkoppelvlak 1.0', properties: [{ name: 'Object ID', value: OBJECT_ID }] },
    ],
  };
}

export function check(
  of: Export | readonly unknown[],
  reports: readonly Getuigenis[],
  gezien: readonly GezieneLink[] = [],
): CatalogusToets {
  const catalogus = readCatalogue(JSON.stringify(of), 'export.json');
  const sealed = reports.map(({ naam, feiten }) => ({ naam, feiten, bevindingen: [] }));
  const indicaties = indicationsOf(sealed, [], { at: AT, isTrusting: true });
  const { teltNiet, ...kennis } = knownFrom(reports.map((each) => ({ ...each, bevindingen: [] })));
  const standaarden = [{ ...STANDAARD, objectId: OBJECT_ID }];
  return checkCatalogue({ catalogus, at: AT, indicaties, kennis, standaarden, gezien }, teltNiet);
}

export function codes({ bevindingen }: CatalogusToets): readonly string[] {
  return bevindingen.map(({ code }) => code);
}
