/** The states in the words of people. */
import type { Tekst } from '../../model/finding.js';
import type { Indicatie } from './indication.js';

export const INDICATIE_WORDS: Readonly<Record<Indicatie, Tekst>> = {
  geen: { nl: 'niets vastgesteld', en: 'nothing established' },
  zelfverklaard: { nl: 'zelf verklaard, niet getest', en: 'self-declared, not tested' },
  getest_met_fouten: { nl: 'getest, met fouten', en: 'tested, with faults' },
  getest_foutloos: { nl: 'getest, foutloos', en: 'tested, without faults' },
  gepubliceerd_foutloos: { nl: 'foutloos en gepubliceerd', en: 'without faults and published' },
  compliant: { nl: 'compliant', en: 'compliant' },
  verlopen: { nl: 'verlopen', en: 'lapsed' },
  ingetrokken: { nl: 'ingetrokken', en: 'withdrawn' },
  betwist: { nl: 'betwist', en: 'disputed' },
};
