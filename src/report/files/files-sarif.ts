/**
 * Judged files as SARIF 2.1.0, which code review tools read.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
import type { FileRule, JudgedFile } from '../../model/judged-file.js';
import { isNotable, nextStep, sourceOf, wording } from '../step-names.js';
import type { FilesTeller, TellerOptions } from './files-teller.js';

export function filesSarif(options: TellerOptions): FilesTeller {
  const results: unknown[] = [];
  const rules = new Map<string, { readonly index: number; readonly descriptor: unknown }>();

  function ruleIndex(rule: FileRule): number {
    const known = rules.get(rule.id);
    if (known) return known.index;
    const index = rules.size;
    rules.set(rule.id, { index, descriptor: descriptor(rule, options) });
    return index;
  }

  return {
    begin: () => undefined,
    each(file) {
      for (const rule of file.regels.filter(isNotable)) results.push(result(rule, file, ruleIndex(rule), options));
      return undefined;
    },
    end: () =>
      JSON.stringify(
        {
          $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
          version: '2.1.0',
          runs: [
            {
              tool: {
                driver: {
                  name: options.harnas.naam,
                  version: options.harnas.versie,
                  language: options.taal,
                  rules: [...rules.values()].map((each) => each.descriptor),
                },
              },
              invocations: [{ executionSuccessful: true }],
              columnKind: 'utf16CodeUnits',
              results,
            },
          ],
        },
        undefined,
        1,
      ),
  };
}

function descriptor(rule: FileRule, { taal, bronnen }: TellerOptions): unknown {
  const source = sourceOf(rule, bronnen);
  return {
    id: rule.id,
    shortDescription: { text: rule.melding[taal] },
    help: { text: nextStep(rule, taal) },
    ...(source !== undefined && { properties: { bron: source } }),
    defaultConfiguration: { level: LEVELS[rule.ernst] },
  };
}

const LEVELS = { fout: 'error', waarschuwing: 'warning', aandachtspunt: 'note' } as const;

/** What could not be decided is open, and open results have no level. */
function result(rule: FileRule, file: JudgedFile, ruleIndex: number, { taal }: TellerOptions): unknown {
  const isOpen = rule.verdict === 'niet_beslist';
  const [expected, seen] = taal === 'nl' ? ['verwacht', 'gevonden'] : ['expected', 'seen'];
  const text = [
    wording(rule, taal),
    ...(rule.verwacht === undefined ? [] : [`${expected}: ${rule.verwacht}`]),
    ...(rule.gevonden === undefined ? [] : [`${seen}: ${rule.gevonden}`]),
  ].join('; ');
  const region = {
    ...(rule.regelnummer !== undefined && { startLine: Math.max(1, rule.regelnummer) }),
    ...(rule.kolom !== undefined && { startColumn: rule.kolom }),
    ...(rule.kolom !== undefined && rule.fragment?.lengte && { endColumn: rule.kolom + rule.fragment.lengte }),
  };
  // The line around it; a region's own snippet would be its characters alone.
  const contextRegion = { startLine: region.startLine, snippet: { text: rule.fragment?.tekst } };
  return {
    ruleId: rule.id,
    ruleIndex,
    kind: isOpen ? 'open' : 'fail',
    level: isOpen ? 'none' : LEVELS[rule.ernst],
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file.bestand) },
          ...(rule.regelnummer !== undefined && { region }),
          ...(rule.regelnummer !== undefined && rule.fragment && { contextRegion }),
        },
        ...(rule.pad !== undefined && { logicalLocations: [{ fullyQualifiedName: rule.pad, kind: 'element' }] }),
      },
    ],
  };
}

/** A path as a reference: relative stays relative. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return file === '-' ? 'stdin' : path.replace(/^([A-Za-z])%3A\//, 'file:///$1:/');
}
