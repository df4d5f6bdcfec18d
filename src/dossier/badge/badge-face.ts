/** How each state looks: a colour on which white can be read, and a sign, so that nobody has to see the colour. */
import type { Indicatie } from '../indication/indication.js';

export interface BadgeFace {
  /** Behind white text: a contrast of at least 4.5 to 1. */
  readonly colour: `#${string}`;
  /** A path in a square of 10 by 10. */
  readonly sign: string;
}

export const LABEL_COLOUR = '#2b3440';

const CHECK = 'M1 5.5 4 8.5 9 2';
const CROSS = 'M2 2 8 8M8 2 2 8';
const DASH = 'M1.5 5H8.5';
const CLOCK = 'M5 1a4 4 0 1 0 .01 0M5 2.8V5.2L6.8 6.4';
const BACK = 'M8.5 8V5.5A2 2 0 0 0 6.5 3.5H1.5M4 1 1.5 3.5 4 6';
const DISPUTE = 'M5 1V6M5 8.4V8.6';

export const BADGE_FACES: Readonly<Record<Indicatie, BadgeFace>> = {
  geen: { colour: '#4a5360', sign: DASH },
  zelfverklaard: { colour: '#4a5360', sign: DASH },
  getest_met_fouten: { colour: '#a11d2a', sign: CROSS },
  getest_foutloos: { colour: '#1d5b9c', sign: CHECK },
  gepubliceerd_foutloos: { colour: '#1b6a3a', sign: CHECK },
  compliant: { colour: '#0b5d2e', sign: `${CHECK}M1 9.5H9` },
  verlopen: { colour: '#7a4600', sign: CLOCK },
  ingetrokken: { colour: '#a11d2a', sign: BACK },
  betwist: { colour: '#7a4600', sign: DISPUTE },
};
