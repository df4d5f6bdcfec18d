/** The first condition: tested as the test set says, all of it. The others are in the files beside this one. */
import type { Reden, Voorwaarde } from './indication.js';
import { reden } from './reasons.js';
import type { Standing } from './standing.js';

/** What a run left undone or changed, each by its name; nothing when it was run as the test set says. */
export function conditionOne({ feiten }: Standing): Pick<Voorwaarde, 'voldaan' | 'waarom'> {
  const { testset, schemabasis, uitvoering, weggelaten, gewijzigdeConstanten, digest } = feiten;
  const more = { rapport: digest, voorwaarde: 1 } as const;
  const wrong: readonly (Reden | false)[] = [
    testset.bron !== 'officieel' && reden('BRON_EIGEN', [testset.id], more),
    schemabasis.soort !== 'officieel' && reden('SCHEMA_INGEBOUWD', [], more),
    (testset.omvang !== 'volledig' || weggelaten.length > 0) && reden('DEELSET', [weggelaten.join(', ')], more),
    uitvoering.profiel !== 'strict' && reden('PROFIEL_PRAKTIJK', [], more),
    gewijzigdeConstanten.length > 0 && reden('CONSTANTEN_GEWIJZIGD', [gewijzigdeConstanten.join(', ')], more),
  ];
  const waarom = wrong.filter((each) => each !== false);
  if (waarom.length > 0) return { voldaan: 'N', waarom };
  return { voldaan: 'J', waarom: [reden('GEHELE_TESTSET', [`${testset.id} ${testset.versie}`], more)] };
}
