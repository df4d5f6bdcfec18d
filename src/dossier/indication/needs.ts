/** What would change an indication: the next thing that somebody could do. */
import type { Indicatie, Reden } from './indication.js';
import { reden } from './reasons.js';
import type { Context } from './state.js';

export function needsOf({ indicatie, resting, isTrusting }: Context): readonly Reden[] {
  const { lapses, conditions } = resting;
  const unmet = (nummer: number) => conditions.voorwaarden.some((each) => each.nummer === nummer && each.voldaan !== 'J');
  const conditional = [
    ...(unmet(1) ? [reden('NODIG_OMVANG', [], { voorwaarde: 1 })] : []),
    ...(unmet(4) ? [reden('NODIG_PUBLICATIE', [], { voorwaarde: 4 })] : []),
    ...(unmet(2) ? [reden('NODIG_PLATFORM', [], { voorwaarde: 2 })] : []),
    ...(unmet(5) ? [reden('NODIG_VINKJE', [], { voorwaarde: 5 })] : []),
  ];
  const trust = isTrusting ? [] : [reden('NODIG_TRUST')];
  const needs: Readonly<Record<Indicatie, readonly Reden[]>> = {
    geen: [...trust, reden('NODIG_RUN')],
    zelfverklaard: [...trust, reden('NODIG_RUN')],
    getest_met_fouten: [reden('NODIG_HERTEST')],
    getest_foutloos: [...trust, ...conditional],
    gepubliceerd_foutloos: conditional,
    compliant: [],
    verlopen: [...new Map(lapses.map(({ nodig }) => [nodig.code, nodig])).values()],
    ingetrokken: [reden('NODIG_NIEUW_RAPPORT')],
    betwist: [reden('NODIG_NIEUW_RAPPORT')],
  };
  return needs[indicatie];
}
