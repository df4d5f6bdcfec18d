/** Every symptom on the wire that a judge can tell. */
import type { Rule } from '../model/judged.js';

/** Loads the rules that the judges have. */
export async function loadAllSymptoms(): Promise<readonly Rule[]> {
  const rooms = await Promise.all([
    import('../judge/connection-rules.js'),
    import('../judge/http-rules.js'),
    import('../judge/body-rules.js'),
    import('../judge/chain-rules.js'),
  ]);
  return rooms.flatMap((each) => Object.values(each));
}
