/** What each gemeente uses, and which of its koppelingen no chain test proves: now, and with each version that comes. */
import type { Tekst } from '../../model/finding.js';
import type { Stand, Standaard } from '../interop/cell.js';
import type { Landschap, Systeem, Verbinding } from '../interop/landscape.js';
import { type KoppelingAntwoord, mayWeUpgrade } from '../interop/upgrade.js';
import { byId, type CatalogusKoppeling, type Gebruik, type Module, type ModuleVersie } from './catalogue.js';
import type { GemeenteToets, TeToetsen } from './checked.js';
import { releasesOf } from './releases.js';
import { whichStandard } from './which-standard.js';

/** Words of the catalogue for a use that is not there, or no longer counts. */
const GONE: readonly string[] = ['Uitgefaseerd'];
const COMING: readonly string[] = ['Verwerving', 'Gepland'];

export function checkGemeenten(given: TeToetsen): readonly GemeenteToets[] {
  const { catalogus } = given;
  const users = [...new Set(catalogus.gebruiken.map(({ afnemer }) => afnemer))];
  return users
    .map((afnemer) => gemeenteOf(afnemer, given))
    .filter(({ koppelingen, onbeslist, straks }) => koppelingen.length + onbeslist.length + straks.length > 0)
    .toSorted((one, other) => one.gemeente.localeCompare(other.gemeente, 'nl'));
}

interface InUse {
  readonly gebruik: Gebruik;
  readonly module: Module;
  readonly versie?: ModuleVersie;
  readonly systeem: Systeem;
}

function gemeenteOf(afnemer: string, given: TeToetsen): GemeenteToets {
  const { catalogus, kennis } = given;
  const gemeente = byId(catalogus.organisaties, afnemer)?.naam ?? afnemer;
  const uses = catalogus.gebruiken.filter((each) => each.afnemer === afnemer && !GONE.includes(each.status ?? ''));
  const now = uses.filter(({ status }) => !COMING.includes(status ?? '')).flatMap((each) => inUse(each, given));
  const { links, open } = linksOf(uses, now, given);
  const landschap: Landschap = { gemeente, systemen: now.map(({ systeem }) => systeem), koppelingen: links };
  const known = { ...kennis, teltNiet: [], vertrouwen: given.indicaties.vertrouwen };
  const ask = (changes: ReadonlyMap<string, string>) => knownBest(mayWeUpgrade(landschap, changes, known).koppelingen);
  const noVersion = now.filter(({ versie }) => !versie).map(({ module }) => ({ wat: module.naam, tekst: NO_VERSION }));
  return {
    gemeente,
    koppelingen: links.length > 0 ? ask(new Map()) : [],
    straks: now.flatMap((each) => upcoming(each, uses, given, ask)),
    onbeslist: [...noVersion, ...open],
  };
}

function inUse(gebruik: Gebruik, { catalogus, at, kennis }: TeToetsen): readonly InUse[] {
  const stated = byId(catalogus.versies, gebruik.moduleVersie);
  const module = byId(catalogus.modules, gebruik.module ?? stated?.module);
  if (!module) return [];
  // Where the use names no version, and one only is in use, it is that one.
  const [only, ...others] = releasesOf(module, catalogus, at).nu;
  const versie = stated ?? (others.length === 0 ? only : undefined);
  const leverancier = byId(catalogus.organisaties, module.aanbieder)?.naam;
  const release = {
    pakketnaam: module.naam,
    versie: versie ? asReported(module, versie, kennis) : '?',
    ...(leverancier !== undefined && { leverancier }),
  };
  const systeem: Systeem = { id: module.ids[0] ?? module.naam, release };
  return [{ gebruik, module, ...(versie && { versie }), systeem }];
}

/** A version has a label and a number in the catalogue; a report has one of the two. */
function asReported(
  { naam }: Module,
  { namen, versie }: ModuleVersie,
  { getuigenissen, samenspel }: TeToetsen['kennis'],
): string {
  const tested = getuigenissen.map(({ feiten }) => feiten.product);
  const played = samenspel.flatMap(({ vrager, aanbieder, via }) => [vrager, aanbieder, ...via.flatMap((each) => each ?? [])]);
  const isReported = (name: string) => [...tested, ...played].some((each) => each.pakketnaam === naam && each.versie === name);
  return namen.find(isReported) ?? versie;
}

/** Those that the use names, and those whose two ends are both in use when no use names any. */
function linksOf(uses: readonly Gebruik[], now: readonly InUse[], { catalogus, standaarden }: TeToetsen) {
  const named = new Set(uses.flatMap(({ koppelingen }) => koppelingen));
  const systemOf = (id: string | undefined) => now.find(({ module }) => id !== undefined && module.ids.includes(id))?.systeem.id;
  const own = catalogus.koppelingen.filter((link) =>
    named.size > 0
      ? link.ids.some((id) => named.has(id))
      : systemOf(link.moduleA) !== undefined && systemOf(link.moduleB) !== undefined,
  );
  const open: { readonly wat: string; readonly tekst: Tekst }[] = [];
  const links = own.flatMap((link): readonly Verbinding[] => {
    const [a, b] = [systemOf(link.moduleA), systemOf(link.moduleB)];
    const via = link.intermediair === undefined ? [] : [systemOf(link.intermediair)];
    const isWhole = (of: readonly (string | undefined)[]): of is readonly string[] => !of.includes(undefined);
    if (a === undefined || b === undefined || !isWhole(via)) {
      open.push({ wat: link.naam, tekst: link.moduleB === undefined ? NO_MODULE : NOT_IN_USE });
      return [];
    }
    if (link.standaardversies.length === 0) open.push({ wat: link.naam, tekst: NO_STANDARD });
    const standards = link.standaardversies.flatMap((standaardversie): readonly Standaard[] => {
      const { standaard, bezwaren } = whichStandard({ standaardversie }, { elementen: catalogus.elementen }, standaarden);
      open.push(...bezwaren.map(({ tekst }) => ({ wat: link.naam, tekst })));
      return standaard ? [standaard] : [];
    });
    return standards.flatMap((standaard) => directions(link, nameOf(link, own), a, b, via, standaard));
  });
  return { links, open };
}

/** Two that are called the same are told apart by their id. */
function nameOf({ naam, ids }: CatalogusKoppeling, all: readonly CatalogusKoppeling[]): string {
  return all.filter((each) => each.naam === naam).length > 1 ? `${naam} (${ids[0] ?? ''})` : naam;
}

/** A catalogue says which way data goes, and not who speaks first: both are looked at, as data goes first. */
function directions(
  { richting }: CatalogusKoppeling,
  id: string,
  a: string,
  b: string,
  via: readonly string[],
  standaard: Standaard,
): readonly Verbinding[] {
  const there: Verbinding = { id, van: a, naar: b, via, standaard };
  const back: Verbinding = { id, van: b, naar: a, via: via.toReversed(), standaard };
  return richting === 'BnaarA' ? [back, there] : [there, back];
}

/** Of both directions the one that something is known of: what goes wrong, else what is surest. */
function knownBest(answers: readonly KoppelingAntwoord[]): readonly KoppelingAntwoord[] {
  const groups = new Map<string, KoppelingAntwoord[]>();
  for (const each of answers) {
    const key = JSON.stringify([each.id, each.standaard]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const order: readonly Stand[] = ['strijdig', 'bewezen', 'voorspeld', 'onbekend'];
  return [...groups.values()].flatMap((all) =>
    all.toSorted((one, other) => order.indexOf(one.stand) - order.indexOf(other.stand)).slice(0, 1),
  );
}

/** Versions that this gemeente plans to use, else those that the supplier plans. */
function upcoming(
  { module, versie, systeem }: InUse,
  uses: readonly Gebruik[],
  { catalogus, at, kennis }: TeToetsen,
  ask: (changes: ReadonlyMap<string, string>) => readonly KoppelingAntwoord[],
): GemeenteToets['straks'] {
  const planned = uses
    .filter(({ status }) => COMING.includes(status ?? ''))
    .flatMap(({ moduleVersie }) => byId(catalogus.versies, moduleVersie) ?? [])
    .filter((each) => module.ids.includes(each.module));
  const next = planned.length > 0 ? planned : releasesOf(module, catalogus, at).straks;
  return next
    .filter((each) => each !== versie)
    .flatMap((each) => {
      const koppelingen = ask(new Map([[module.naam, asReported(module, each, kennis)]]));
      if (koppelingen.length === 0) return [];
      const on = each.inGebruik === undefined ? {} : { op: each.inGebruik.slice(0, 10) };
      return [{ product: module.naam, van: systeem.release.versie, naar: each.versie, ...on, koppelingen }];
    });
}

const NO_VERSION: Tekst = {
  nl: 'de catalogus zegt niet welke versie in gebruik is',
  en: 'the catalogue does not say which version is in use',
};
const NO_STANDARD: Tekst = { nl: 'de koppeling noemt geen standaardversie', en: 'the koppeling names no version of a standard' };
const NO_MODULE: Tekst = {
  nl: 'de andere kant is geen product uit de catalogus; een ketentest daarmee is hier niet te zien',
  en: 'the other end is no product of the catalogue; a chain test with it cannot be seen here',
};
const NOT_IN_USE: Tekst = {
  nl: 'een van de kanten, of wie doorgeeft, staat niet bij het gebruik van deze gemeente',
  en: 'one of its ends, or who passes on, is not among what this gemeente uses',
};
