/** Gebreken from a report: one for each rule that a product broke, and what a later report says of them. */
import type { Tekst } from '../../model/finding.js';
import type { Report, ReportRule } from '../../model/report.js';
import type { Gebrek, Stand } from './state.js';
import type { ToerekenbaarAan } from './words.js';

/** What a person says of all of them at once. */
export interface Along {
  readonly language: keyof Tekst;
  readonly ronde?: number;
  readonly eis?: string;
  readonly blokkeertProductie?: boolean;
  readonly toerekenbaarAan?: ToerekenbaarAan;
  readonly herstelAfgesproken?: string;
}

/**
 * The faults of the product in a report as gebreken: those that have the same rule and say the same are one. What stands in the
 * dossier already from that report is not there again.
 */
export function findingsIn(report: Report, rapport: string, stand: Stand, along: Along): readonly Gebrek[] {
  const groups = new Map<string, { readonly rule: ReportRule; readonly places: string[] }>();
  for (const { rule, place } of faultsIn(report)) {
    const key = `${rule.id}\n${rule.melding.nl}\n${rule.partij ?? ''}`;
    const group = groups.get(key) ?? { rule, places: [] };
    if (!group.places.includes(place)) group.places.push(place);
    groups.set(key, group);
  }
  const { language, ...said } = along;
  const known = new Set(
    stand.gebreken.map(({ herkomst, omschrijving }) => `${herkomst?.rapport} ${herkomst?.regel} ${omschrijving}`),
  );
  const made = [...groups.values()].map(
    ({ rule, places }): Omit<Gebrek, 'id'> => ({
      omschrijving: described(rule, language),
      toerekenbaarAan: 'onbekend',
      status: 'open',
      ...said,
      herkomst: {
        ...{ rapport, regel: rule.id, stappen: places },
        ...(rule.oorzaak && { oorzaak: rule.oorzaak }),
        ...(rule.partij !== undefined && { partij: rule.partij }),
      },
    }),
  );
  const fresh = made.filter(({ omschrijving, herkomst }) => !known.has(`${rapport} ${herkomst?.regel} ${omschrijving}`));
  const first = nextFinding(stand);
  return fresh.map((each, index) => ({ id: `G${first + index}`, ...each }));
}

/** Number of the next gebrek. */
export function nextFinding({ gebreken }: Stand): number {
  return Math.max(0, ...gebreken.map(({ id }) => Number(/^G(\d+)$/.exec(id)?.[1] ?? 0))) + 1;
}

/** What a later report says of a gebrek; undefined when it does not decide it. */
export function retested({ herkomst }: Gebrek, report: Report): 'hertest_geslaagd' | 'hertest_gefaald' | undefined {
  if (herkomst === undefined) return undefined;
  const again = herkomst.stappen.map((place) => atPlace(report, place, herkomst.regel));
  if (again.includes('voldoet_niet')) return 'hertest_gefaald';
  return again.length > 0 && again.every((each) => each === 'voldoet') ? 'hertest_geslaagd' : undefined;
}

/** Only faults that count against a product, and not what follows from another one. */
function faultsIn(report: Report) {
  return report.scenarios.flatMap(({ id, stappen }) =>
    stappen.flatMap(({ nr, regels }) =>
      regels
        .filter(
          ({ verdict, ernst, oorzaak, gevolg }) =>
            verdict === 'voldoet_niet' && ernst === 'fout' && oorzaak === 'product' && !gevolg,
        )
        .map((rule) => ({ rule, place: `${id}/${nr}` })),
    ),
  );
}

function described({ melding, verwacht, gevonden }: ReportRule, language: keyof Tekst): string {
  const words = language === 'nl' ? ['verwacht', 'gevonden'] : ['expected', 'found'];
  return [
    melding[language],
    ...(verwacht === undefined ? [] : [`${words[0]}: ${verwacht}`]),
    ...(gevonden === undefined ? [] : [`${words[1]}: ${gevonden}`]),
  ].join('; ');
}

/** Whether a rule holds where it was broken; undefined when it was not decided there. */
function atPlace(report: Report, place: string, rule: string): 'voldoet' | 'voldoet_niet' | undefined {
  const at = place.lastIndexOf('/');
  const scenario = report.scenarios.find(({ id }) => id === place.slice(0, at));
  const steps = scenario?.stappen.filter(({ nr }) => String(nr) === place.slice(at + 1)) ?? [];
  const rules = steps.flatMap(({ regels }) => regels);
  const named = rules.filter(({ id }) => id === rule);
  if (named.some(({ verdict }) => verdict === 'voldoet_niet')) return 'voldoet_niet';
  const held = named.some(({ verdict }) => verdict === 'voldoet') || rules.some(({ gehouden = [] }) => gehouden.includes(rule));
  const isUndecided = named.some(({ verdict }) => verdict !== 'voldoet');
  const isWhole = steps.length > 0 && steps.every(({ verdict }) => verdict === 'voldoet');
  return (held && !isUndecided) || isWhole ? 'voldoet' : undefined;
}
