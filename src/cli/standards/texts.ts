/**
 * What `ketentest standards` tells a person, line by line.
 */
import type { Tekst } from '../../model/finding.js';
import { type Language, say } from '../language.js';
import type { AddedStandard } from './add-standard.js';
import { type Comparison, isUnchanged } from './compare-set.js';
import type { ListedStandard, ShownStandard } from './show-standards.js';

const STATES: Readonly<Record<ListedStandard['state'], Tekst>> = {
  officieel: { nl: 'officieel, ongewijzigd', en: 'official, unchanged' },
  afwijkend: { nl: 'afwijkend: telt niet als officieel', en: 'deviates: does not count as official' },
  voorstel: {
    nl: 'ongewijzigd, maar een voorstel: telt niet als officieel',
    en: 'unchanged, but a proposal: does not count as official',
  },
  samengesteld: {
    nl: 'ongewijzigd, maar door anderen samengesteld: telt niet als officieel',
    en: 'unchanged, but put together by others: does not count as official',
  },
  onbekend: { nl: 'onbekend: telt niet als officieel', en: 'unknown: does not count as official' },
  niet_geinstalleerd: { nl: 'niet geïnstalleerd', en: 'not installed' },
};

/** One line a set. */
export function listText(listed: readonly ListedStandard[], language: Language): string[] {
  const width = Math.max(0, ...listed.map(({ set }) => set.length));
  return listed.map(
    ({ set, state, naam }) => `${set.padEnd(width)}  ${say(STATES[state], language)}${naam === '' ? '' : `  (${naam})`}`,
  );
}

/** A set, and everything in which it deviates from the published one. */
export function showText(shown: ShownStandard | AddedStandard, language: Language): string[] {
  const { known, comparison } = shown;
  return [
    `${shown.set}: ${say(STATES[shown.state], language)}`,
    ...(known ? [`  ${known.naam}${known.patch === '' ? '' : `, ${known.patch}`}`] : []),
    `  ${shown.folder}`,
    `  ${shown.fileCount} ${say({ nl: 'bestanden', en: 'files' }, language)}, sha256 ${shown.digest}`,
    ...(comparison ? comparisonText(comparison, language) : []),
  ];
}

/** What was done, and what cannot be used. */
export function addText(added: AddedStandard, language: Language): string[] {
  const done = added.wasThere
    ? { nl: 'stond er al', en: 'was there already' }
    : { nl: 'geïnstalleerd en voorbereid', en: 'installed and prepared' };
  return [
    ...showText(added, language),
    ...added.unusable.map(
      ({ entries, reason }) => `  ${say({ nl: 'onbruikbaar', en: 'unusable' }, language)}: ${entries.join(' + ')}: ${reason}`,
    ),
    `  ${say(done, language)}`,
  ];
}

function comparisonText(comparison: Comparison, language: Language): string[] {
  const list = (title: Tekst, paths: readonly string[]) => paths.map((path) => `  ${say(title, language)}: ${path}`);
  const ends = comparison.otherLineEnds.length;
  const lineEnds = {
    nl: `${ends} bestanden hebben andere regeleinden dan de tabel; voor XML is dat geen verschil`,
    en: `${ends} files have other line ends than the table; in XML that makes no difference`,
  };
  return [
    ...list({ nl: 'gewijzigd', en: 'changed' }, comparison.changed),
    ...list({ nl: 'ontbreekt', en: 'missing' }, comparison.missing),
    ...list({ nl: 'extra', en: 'extra' }, comparison.extra),
    ...(ends > 0 && isUnchanged(comparison) ? [`  ${say(lineEnds, language)}`] : []),
  ];
}
