/**
 * Events of a run that goes on, as they were told the first time: when it began, and who answered what and when. Going
 * through a record again must not change what stands on it.
 */
import type { RunEvent } from '../../model/run-event.js';
import type { CutOffRun } from './cut-off-run.js';

/** @returns what tells an event as it was on record, where it was */
export function asRecorded(cutOff: CutOffRun | undefined): (event: RunEvent) => RunEvent {
  if (cutOff === undefined) return (event) => event;
  const { over, told } = cutOff;
  return (event) => {
    if (event.type === 'run-started') return told.find(({ type }) => type === 'run-started') ?? event;
    if (event.type !== 'asked' && event.type !== 'answered') return event;
    const isSame = (each: RunEvent) => each.type === event.type && each.scenario === event.scenario && each.step === event.step;
    const isAnswered = told.some(
      (each) => each.type === 'answered' && each.scenario === event.scenario && each.step === event.step,
    );
    // A question that was still open was asked anew.
    const isSettled = isAnswered || over.has(`${event.scenario}/${event.step}`);
    return (isSettled && told.findLast(isSame)) || event;
  };
}
