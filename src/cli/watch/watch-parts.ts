/**
 * The parts of a watch one after the other: when so many exchanges passed the next one begins, and of the one before a report
 * is made in a process of its own. So a watch can stay up for as long as there is traffic, in the same memory.
 */
import { createExchangeIds, type ExchangeIds } from '../../actor/exchange-ids.js';
import type { Recorder } from '../../actor/recorder.js';
import { openPart, type PartOptions, type WatchPart } from './watch-part.js';

export interface WatchParts {
  /** Writes each exchange down in the part in which it began. */
  readonly recorder: Recorder;
  readonly exchangeIds: ExchangeIds;
  /** An exchange is over. */
  delivered(exchange: string): void;
  /** Resolves when what is known of an exchange is written down, or lost. */
  settled(exchange: string): Promise<void>;
  /** Ends the last part, and waits for the reports of the others. */
  finish(): Promise<{ readonly last: WatchPart | undefined; readonly codes: readonly number[] }>;
}

interface Counted {
  readonly part: WatchPart;
  /** Number of its first exchange. */
  readonly first: number;
  given: number;
  over: number;
}

/** Numbers of exchanges are so long that texts stand in their order. */
const DIGITS = 6;

/**
 * @param most - exchanges in a part; a few more when many are under way
 * @param report - makes the report of a part that is closed; @returns its exit code
 */
export async function openParts(
  options: PartOptions,
  most: number,
  report: (part: WatchPart) => Promise<number>,
): Promise<WatchParts & { readonly first: WatchPart }> {
  const ids = createExchangeIds(1, DIGITS);
  const begin = (part: WatchPart, first: number): Counted => {
    part.begin(first);
    return { part, first, given: 0, over: 0 };
  };
  let current = begin(await openPart(options, 1), 1);
  const open = [current];
  const reports: Promise<number>[] = [];
  let [next, begun, enough] = [1, 1, most];
  let opening: Promise<void> | undefined;

  const partOf = (exchange: string): Counted => open.findLast(({ first }) => first <= Number(exchange)) ?? current;
  const closeWhenOver = (of: Counted): void => {
    if (of === current || of.over < of.given || !open.includes(of)) return;
    open.splice(open.indexOf(of), 1);
    reports.push(
      of.part
        .close()
        .then(() => report(of.part))
        .catch((error) => {
          options.failed(error);
          return 2;
        }),
    );
  };
  const goOn = async (): Promise<void> => {
    const [before, part] = [current, await openPart(options, begun + 1)];
    // What began meanwhile is the old one's.
    current = begin(part, next);
    begun += 1;
    enough = most;
    open.push(current);
    closeWhenOver(before);
  };
  const done = (): void => {
    opening = undefined;
  };
  /** Where no next part can begin, this one goes on. */
  const later = (error: unknown): void => {
    options.failed(error);
    enough = current.given + most;
  };
  return {
    first: current.part,
    recorder: { record: (part) => (part.type === 'event' ? current : partOf(part.exchange)).part.recorder.record(part) },
    exchangeIds: {
      next() {
        current.given += 1;
        next += 1;
        return ids.next();
      },
    },
    delivered(exchange) {
      const of = partOf(exchange);
      of.over += 1;
      if (of === current && of.given >= enough && !opening) opening = goOn().catch(later).finally(done);
      closeWhenOver(of);
    },
    settled: (exchange) => partOf(exchange).part.recorder.settled(),
    async finish() {
      await opening;
      const last = current;
      for (const each of open.slice(0, -1)) {
        each.over = each.given;
        closeWhenOver(each);
      }
      await last.part.close();
      const isEmpty = last.given === 0 && begun > 1;
      if (isEmpty) last.part.drop();
      return { last: isEmpty ? undefined : last.part, codes: await Promise.all(reports) };
    },
  };
}
