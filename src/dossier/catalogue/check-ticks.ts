/** Ticks in the catalogue, laid beside what sealed reports amount to for each version of the module that is in use. */
import { UNNAMED } from '../../model/unnamed.js';
import { holdsNot, type Indication, type ProductIndication } from '../indication/indication.js';
import { INDICATIE_WORDS } from '../indication/words.js';
import { type Bewijs, isSameStandard, type Standaard } from '../interop/cell.js';
import { byId, type Module, type ModuleVersie } from './catalogue.js';
import type { TeToetsen } from './checked.js';
import { type Bevinding, bevinding } from './finding.js';
import { releasesOf } from './releases.js';
import { label, whichStandard } from './which-standard.js';

export function checkTicks(given: TeToetsen): readonly Bevinding[] {
  const { catalogus, standaarden } = given;
  return catalogus.compliancy.flatMap((tick) => {
    const module = byId(catalogus.modules, tick.module);
    const { standaard, bezwaren } = whichStandard(tick, catalogus, standaarden);
    if (!module) return [nowhere(tick.module)];
    if (!standaard) return bezwaren.map((each) => ({ ...each, module: module.naam }));
    return tickOf(module, standaard, given);
  });
}

function tickOf(module: Module, standaard: Standaard, given: TeToetsen): readonly Bevinding[] {
  const { nu, straks } = releasesOf(module, given.catalogus, given.at);
  const about = aboutModule(module, standaard, given);
  const more = { module: module.naam, standaard: label(standaard) };
  const proven = about.filter(isProof);
  if (nu.length === 0) {
    if (proven.length === 0) return [unproven(module, standaard, undefined)];
    const versions = versionsIn(proven);
    return [
      bevinding(
        'VERSIE_ONBEKEND',
        `${module.naam}: de catalogus noemt geen versie die in gebruik is; bewijs is er voor ${versions}`,
        `${module.naam}: the catalogue names no version that is in use; there is proof for ${versions}`,
        { ...more, bewijs: proofsOf(proven, given) },
      ),
    ];
  }
  const now = nu.flatMap((version) => versionOf(module, version, standaard, about, given));
  const holds = nu.some((version) => proven.some((each) => isOf(each, version)));
  return [...now, ...(holds ? straks.flatMap((version) => comes(module, version, standaard, about)) : [])];
}

function versionOf(
  module: Module,
  version: ModuleVersie,
  standaard: Standaard,
  about: readonly ProductIndication[],
  given: TeToetsen,
): readonly Bevinding[] {
  const own = about.filter((each) => isOf(each, version) && each.indicatie !== 'geen' && each.indicatie !== 'zelfverklaard');
  const other = about.filter((each) => !isOf(each, version) && isProof(each));
  const more = { module: module.naam, versie: version.versie, standaard: label(standaard) };
  if (own.length === 0 && other.length > 0) return [otherVersion(module, version, standaard, other, given)];
  if (own.length === 0) return [unproven(module, standaard, version)];
  return own.flatMap((each) => {
    const word = INDICATIE_WORDS[each.indicatie];
    const bewijs = proofsOf([each], given);
    if (holdsNot(each.indicatie)) {
      return [
        bevinding(
          'VINKJE_SPREEKT_TEGEN',
          `${module.naam} ${version.versie}, ${label(standaard)}: er staat een vinkje, maar de rapporten zeggen: ${word.nl}`,
          `${module.naam} ${version.versie}, ${label(standaard)}: it is ticked, but the reports say: ${word.en}`,
          { ...more, bewijs },
        ),
      ];
    }
    if (each.indicatie === 'compliant') return [];
    return [
      bevinding(
        'VINKJE_NIET_OFFICIEEL',
        `${module.naam} ${version.versie}, ${label(standaard)}: ${word.nl}; aan de vijf officiële voorwaarden is niet aantoonbaar voldaan (ketentest indication)`,
        `${module.naam} ${version.versie}, ${label(standaard)}: ${word.en}; the five official conditions are not shown to be met (ketentest indication)`,
        { ...more, bewijs },
      ),
    ];
  });
}

/** Proof that a newer release made old, or proof for something that is not in use. */
function otherVersion(
  module: Module,
  version: ModuleVersie,
  standaard: Standaard,
  other: readonly ProductIndication[],
  given: TeToetsen,
): Bevinding {
  const versions = versionsIn(other);
  const isKnown = (each: ProductIndication) =>
    releasesOf(module, given.catalogus, given.at).alle.some((one) => isOf(each, one) && isBefore(one, version));
  const isLapsed = other.some(isKnown);
  const since = version.inGebruik === undefined ? '' : ` (${version.inGebruik.slice(0, 10)})`;
  return bevinding(
    isLapsed ? 'VERLOPEN_DOOR_VERSIE' : 'VINKJE_ANDERE_VERSIE',
    `${module.naam} ${version.versie}${since}, ${label(standaard)}: bewijs is er voor ${versions}, niet voor deze versie`,
    `${module.naam} ${version.versie}${since}, ${label(standaard)}: there is proof for ${versions}, not for this version`,
    { module: module.naam, versie: version.versie, standaard: label(standaard), bewijs: proofsOf(other, given) },
  );
}

function comes(
  module: Module,
  version: ModuleVersie,
  standaard: Standaard,
  about: readonly ProductIndication[],
): readonly Bevinding[] {
  if (about.some((each) => isOf(each, version) && isProof(each))) return [];
  const on = version.inGebruik === undefined ? '' : ` (${version.inGebruik.slice(0, 10)})`;
  return [
    bevinding(
      'GAAT_VERLOPEN',
      `${module.naam} ${version.versie}${on}, ${label(standaard)}: voor de versie die komt is er nog geen bewijs`,
      `${module.naam} ${version.versie}${on}, ${label(standaard)}: for the version that comes there is no proof yet`,
      { module: module.naam, versie: version.versie, standaard: label(standaard) },
    ),
  ];
}

function unproven(module: Module, standaard: Standaard, version: ModuleVersie | undefined): Bevinding {
  const who = [module.naam, version?.versie].filter(Boolean).join(' ');
  return bevinding(
    'VINKJE_ZONDER_BEWIJS',
    `${who}, ${label(standaard)}: er staat een vinkje, en er is geen rapport dat telt`,
    `${who}, ${label(standaard)}: it is ticked, and there is no report that counts`,
    { module: module.naam, ...(version && { versie: version.versie }), standaard: label(standaard) },
  );
}

function nowhere(module: string): Bevinding {
  return bevinding(
    'MODULE_ONBEKEND',
    `een vinkje hoort bij module ${module}, die niet in de export staat`,
    `a tick belongs to module ${module}, which is not in the export`,
    { module },
  );
}

/** What is known of this module in this version of the standard, whatever its own version; names letter by letter. */
function aboutModule(module: Module, standaard: Standaard, { indicaties, catalogus }: TeToetsen): readonly ProductIndication[] {
  const supplier = byId(catalogus.organisaties, module.aanbieder)?.naam;
  return indicaties.producten.filter(
    (each) =>
      each.product.pakketnaam === module.naam &&
      isSameStandard(each.standaard, standaard) &&
      (supplier === undefined || [supplier, UNNAMED].includes(each.leverancier.naam)),
  );
}

function isProof({ indicatie }: ProductIndication): boolean {
  return ['getest_foutloos', 'gepubliceerd_foutloos', 'compliant'].includes(indicatie);
}

function isOf({ product }: ProductIndication, { namen }: ModuleVersie): boolean {
  return namen.includes(product.versie);
}

function isBefore({ inGebruik: one }: ModuleVersie, { inGebruik: other }: ModuleVersie): boolean {
  return one !== undefined && other !== undefined && Date.parse(one) < Date.parse(other);
}

function versionsIn(of: readonly ProductIndication[]): string {
  return [...new Set(of.map(({ product }) => product.versie))].join(', ');
}

function proofsOf(of: readonly ProductIndication[], { indicaties }: TeToetsen): readonly Bewijs[] {
  const isAbout = (one: Indication) =>
    of.some(
      ({ product, leverancier, standaard }) =>
        one.product.pakketnaam === product.pakketnaam &&
        one.product.versie === product.versie &&
        one.leverancier.naam === leverancier.naam &&
        isSameStandard(one.standaard, standaard),
    );
  return indicaties.indicaties
    .filter(isAbout)
    .flatMap(({ rapport, rapporten }) => rapporten.filter(({ digest }) => digest === rapport))
    .map(({ digest, naam }) => ({ rapport: digest, naam }));
}
