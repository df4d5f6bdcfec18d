/** Proof in the catalogue: whether the address is there, and still gives the report that it gave. */
import type { Bewijs } from '../interop/cell.js';
import { byId, type Compliancy } from './catalogue.js';
import type { GezieneLink, TeToetsen } from './checked.js';
import { type Bevinding, bevinding } from './finding.js';
import { releasesOf } from './releases.js';

export function checkLinks(given: TeToetsen): readonly Bevinding[] {
  return given.catalogus.compliancy.flatMap((tick) => {
    const module = byId(given.catalogus.modules, tick.module)?.naam ?? tick.module;
    return linkOf(tick, module, given).map((each) => ({ module, ...(tick.url !== undefined && { url: tick.url }), ...each }));
  });
}

function linkOf(tick: Compliancy, module: string, given: TeToetsen): readonly Bevinding[] {
  const { url, heeftBestand } = tick;
  if (url === undefined) {
    return heeftBestand
      ? [
          bevinding(
            'BESTAND_NIET_TE_TOETSEN',
            `${module}: het bewijs is een opgestuurd bestand; of dat bij een rapport hoort is niet te berekenen`,
            `${module}: the proof is an uploaded file; whether it belongs to a report cannot be computed`,
          ),
        ]
      : [
          bevinding(
            'LINK_ONTBREEKT',
            `${module}: bij het vinkje staat geen bewijs`,
            `${module}: there is no proof with the tick`,
          ),
        ];
  }
  const seen = given.gezien.filter((each) => each.url === url);
  if (seen.length === 0) {
    return [
      bevinding(
        'LINK_NIET_GECONTROLEERD',
        `${module}: niemand zei wat er op dit adres staat (--copy, of een ondertekende verklaring)`,
        `${module}: nobody said what is at this address (--copy, or a signed statement)`,
      ),
    ];
  }
  return seen.flatMap((each) => whatIsThere(each, tick, module, given));
}

function whatIsThere(seen: GezieneLink, tick: Compliancy, module: string, given: TeToetsen): readonly Bevinding[] {
  const by = ` (${seen.bron})`;
  if (seen.sha256 === undefined && seen.rapport === undefined) {
    return [
      bevinding('LINK_DOOD', `${module}: op dit adres staat niets${by}`, `${module}: there is nothing at this address${by}`),
    ];
  }
  const digest = seen.sha256 ?? seen.rapport?.digest;
  const report = given.kennis.getuigenissen.find(({ feiten }) => feiten.digest === digest);
  if (!report || seen.rapport?.gelijk === false) {
    return [
      bevinding(
        'LINK_ANDERS',
        `${module}: wat op dit adres staat is geen rapport dat telt: het is gewijzigd, of het is er niet bij${by}`,
        `${module}: what is at this address is no report that counts: it was changed, or it was not given${by}`,
      ),
    ];
  }
  const { product } = report.feiten;
  const bewijs: readonly Bewijs[] = [{ rapport: report.feiten.digest, naam: report.naam }];
  const owner = byId(given.catalogus.modules, tick.module);
  const now = owner ? releasesOf(owner, given.catalogus, given.at).nu : [];
  const isCurrent = now.length === 0 || now.some(({ namen }) => namen.includes(product.versie));
  if (product.pakketnaam === module && isCurrent) return [];
  return [
    bevinding(
      'LINK_OUDE_VERSIE',
      `${module}: op dit adres staat het rapport van ${product.pakketnaam} ${product.versie}${by}`,
      `${module}: at this address is the report of ${product.pakketnaam} ${product.versie}${by}`,
      { bewijs },
    ),
  ];
}
