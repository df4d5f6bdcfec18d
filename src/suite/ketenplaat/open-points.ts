/** What a person still has to do before a plan can be run. */
import type { Tekst } from '../../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../../model/harness-error.js';
import type { ReadYaml } from '../yaml-reader.js';
import type { PlanFile } from './plan-shapes.js';

interface OpenPoint {
  readonly at: Place;
  readonly what: Tekst;
}

/** @returns the refusal that lists all of it; undefined when nothing is open */
export function unconfirmed({ value, place }: ReadYaml<PlanFile>): HarnessError | undefined {
  const assumed = Object.entries(value.aannamen).flatMap(([name, { bevestigd, door, zegt }]): readonly OpenPoint[] => {
    const at = (key: string) => place(['aannamen', name, key]);
    if (bevestigd === 'nee')
      return [{ at: at('bevestigd'), what: { nl: `nog te bevestigen: ${zegt}`, en: `still to confirm: ${zegt}` } }];
    return door.trim() === ''
      ? [{ at: at('door'), what: { nl: `wie bevestigde dit? ${zegt}`, en: `who confirmed this? ${zegt}` } }]
      : [];
  });
  const chosen = value.bouwstenen.filter(({ kies }) => kies === 'ja');
  const links = Object.keys(value.links);
  const empty = links.filter((link) => !chosen.some((block) => (block.link ?? links[0]) === link));
  const idle = empty.map((link): OpenPoint => ({ at: place(['links', link]), what: noBlock(link) }));
  const points = [...assumed, ...idle];
  const [first] = points;
  if (!first) return undefined;
  const told = (language: keyof Tekst) => points.map(({ at, what }) => `${formatPlace(at)}: ${what[language]}`).join('\n');
  return new HarnessError('PLAN_UNCONFIRMED', { nl: told('nl'), en: told('en') }, { place: first.at, hint: HOW });
}

function noBlock(link: string): Tekst {
  return {
    nl: `voor koppeling ${link} is nog geen bouwsteen gekozen (kies: ja)`,
    en: `no building block was chosen for link ${link} (kies: ja)`,
  };
}

const HOW = {
  nl: 'Lees elke aanname; klopt zij, schrijf dan bevestigd: ja en bij door wie dat zegt. Het plan is pas daarna een ketentest.',
  en: 'Read every assumption; when it is right, write bevestigd: ja and at door who says so. Only then is the plan a chain test.',
} as const;
