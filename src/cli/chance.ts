/** Reproducible chance: a seed gives the same values in the same order, on every machine. */
import { createHash, randomInt } from 'node:crypto';
import type { Chance } from '../model/clock.js';

/** @param seed - a number, or a text that was made of one and of what else must make a difference */
export function seededChance(seed: number | string): Chance {
  let drawn = 0;
  return {
    hex(length) {
      let text = '';
      while (text.length < length) text += createHash('sha256').update(`${seed}:${drawn++}`).digest('hex');
      return text.slice(0, length);
    },
  };
}

/** A seed for a run that was not given one; it stands in the report. */
export function freshSeed(): number {
  return randomInt(2 ** 47);
}
