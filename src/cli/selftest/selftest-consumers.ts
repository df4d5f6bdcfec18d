/**
 * The score of a suite in which the product sends: our own driver plays the product, honest and then wrong in one way at a
 * time, and what the suite finds of each is counted.
 */
import { HarnessError } from '../../model/harness-error.js';
import type { WrongConsumer } from '../../model/wrong-consumer.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { wrongly } from '../wrong-sender.js';
import { openPlay } from './selftest-play.js';

/** What a suite noticed of one wrong consumer. */
export interface CaughtConsumer {
  readonly wrong: WrongConsumer;
  readonly isCaught: boolean;
  /** Ids of what was found at its step. */
  readonly rules: readonly string[];
}

/**
 * Runs one suite against every wrong consumer.
 * @throws {HarnessError} `SUITE_INVALID` when it does not find the honest one good, or a wrong one changes nothing
 */
export async function scoreConsumers(
  loaded: LoadedSuite,
  wrongs: readonly WrongConsumer[],
  told: (caught: CaughtConsumer) => void = () => undefined,
): Promise<readonly CaughtConsumer[]> {
  using play = openPlay(loaded);
  const honest = await play.steps((sender) => sender);
  const doubt = [...honest].find(([, { verdict }]) => verdict !== 'voldoet');
  if (doubt) throw invalid(`${loaded.suite.id} does not find our own honest product good: ${doubt[0]} ${doubt[1].verdict}`);
  const caught: CaughtConsumer[] = [];
  for (const wrong of wrongs) {
    const sender = wrongly(wrong);
    const steps = await play.steps(sender.wrap);
    if (!sender.changed()) throw invalid(`"${wrong.what}" changes nothing in the message of ${wrong.step}`);
    const found = steps.get(wrong.step);
    const bad = (found?.findings ?? []).filter(({ verdict }) => verdict === 'voldoet_niet');
    const rules = [...new Set(bad.map(({ id }) => id))];
    const isRed = found?.verdict === 'voldoet_niet' && found.oorzaak === 'product';
    const one = { wrong, isCaught: isRed && rules.includes(wrong.told), rules };
    caught.push(one);
    told(one);
  }
  return caught;
}

function invalid(text: string): HarnessError {
  return new HarnessError('SUITE_INVALID', text, { hint: 'Mend the suite, the reference or the wrong consumer first.' });
}
