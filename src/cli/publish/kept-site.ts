/** What stands on a site already: what happened there, its packages and its statements. Our own file, which somebody may have touched. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDICATIES } from '../../dossier/indication/indication.js';
import { type History, NO_HISTORY } from '../../dossier/site/history.js';
import { HarnessError } from '../../model/harness-error.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { isRecord, readExactJson } from '../../report/exact-json.js';

/** At the root of every site. */
export const HISTORY_FILE = 'publicatie.json';
const HISTORY_SCHEMA = 'urn:ketentest:publicatie:1';

export interface KeptSite {
  readonly history: History;
  /** Digests of the reports of which a package stands there. */
  readonly packages: readonly string[];
  /** Names of files in `verklaringen/`. */
  readonly statements: readonly string[];
}

export const STATEMENTS = 'verklaringen/';

/** @param root - of the site; absent when there is none @throws {HarnessError} `REPORT_INVALID` when its history cannot be read */
export function readKeptSite(root: string | undefined, shown: string): KeptSite {
  if (root === undefined || !existsSync(join(root, HISTORY_FILE))) return { history: NO_HISTORY, packages: [], statements: [] };
  const file = join(root, HISTORY_FILE);
  const read = readExactJson(readFileSync(file));
  if (!('value' in read) || !isHistory(read.value)) throw unreadable(join(shown, HISTORY_FILE));
  return {
    history: read.value,
    packages: namesIn(join(root, 'rapport')).filter(
      (name) => /^[0-9a-f]{64}$/.test(name) && existsSync(join(root, 'rapport', name, 'pakket')),
    ),
    statements: namesIn(join(root, STATEMENTS)),
  };
}

export function historyText({ rapporten, indicaties, wijzigingen, taal, basisUrl }: History): string {
  return canonicalJson({ $schema: HISTORY_SCHEMA, taal, basisUrl, rapporten, indicaties, wijzigingen });
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function isHistory(value: unknown): value is History {
  if (!isRecord(value) || value.$schema !== HISTORY_SCHEMA) return false;
  const { rapporten, indicaties, wijzigingen, taal, basisUrl } = value;
  if (taal !== undefined && taal !== 'nl' && taal !== 'en') return false;
  if (basisUrl !== undefined && (typeof basisUrl !== 'string' || !/^https?:\/\/[^?#]*\/$/.test(basisUrl))) return false;
  if (!Array.isArray(rapporten) || !Array.isArray(indicaties) || !Array.isArray(wijzigingen)) return false;
  return (
    rapporten.every(isReport) &&
    indicaties.every((each) => isRecord(each) && isTuple(each.over) && isState(each.indicatie)) &&
    wijzigingen.every(isChange)
  );
}

function isChange(value: unknown): boolean {
  if (!isRecord(value) || typeof value.op !== 'string') return false;
  if (value.soort === 'indicatie_gewijzigd') {
    return isTuple(value.over) && [value.van, value.naar].every((each) => each === undefined || isState(each));
  }
  const isOfReport = value.soort === 'rapport_toegevoegd' || value.soort === 'rapport_verwijderd';
  return isOfReport && isReport(value.rapport) && (value.reden === undefined || typeof value.reden === 'string');
}

function isReport(value: unknown): boolean {
  return isRecord(value) && /^[0-9a-f]{64}$/.test(String(value.digest)) && typeof value.nummer === 'string' && isTuple(value);
}

function isTuple(value: unknown): boolean {
  if (!isRecord(value) || typeof value.rol !== 'string') return false;
  const { product, leverancier, standaard } = value;
  return (
    isRecord(product) &&
    isRecord(leverancier) &&
    isRecord(standaard) &&
    [product.pakketnaam, product.versie, leverancier.naam, standaard.naam, standaard.versie].every(
      (each) => typeof each === 'string',
    )
  );
}

function isState(value: unknown): boolean {
  return INDICATIES.some((each) => each === value);
}

function unreadable(file: string): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    {
      nl: `${file} is niet wat ketentest schreef; daarmee zou verloren gaan wat hier eerder stond`,
      en: `${file} is not what ketentest wrote; what stood here before would be lost with it`,
    },
    {
      place: { file },
      hint: {
        nl: 'Zet het bestand terug uit een reservekopie, of publiceer in een nieuwe map.',
        en: 'Put the file back from a copy, or publish in a new folder.',
      },
    },
  );
}
