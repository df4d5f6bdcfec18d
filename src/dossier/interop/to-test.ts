/** What has to be tested before a version goes into use, from what is not proven and why. */
import type { Tekst } from '../../model/finding.js';
import type { Grond, Standaard, Uitkomst } from './cell.js';
import { labelOf, type Release } from './release.js';

interface Koppeling extends Uitkomst {
  readonly van: Release;
  readonly naar: Release;
  readonly via: readonly Release[];
  readonly standaard: Standaard;
}

/** Each once, what can be done alone before what takes everybody; empty when it is proven. */
export function toTestBefore(of: Koppeling): readonly Tekst[] {
  if (of.stand === 'bewezen') return [];
  const all = [...of.gronden, ...of.opmerkingen].flatMap((ground) => alone(ground, of));
  const texts = [...all, togetherAgain(of)];
  return texts.filter(({ nl }, at) => texts.findIndex((each) => each.nl === nl) === at);
}

function alone({ code, dienst = '', elementen = [] }: Grond, { van, naar, standaard }: Koppeling): readonly Tekst[] {
  const [a, b, s] = [labelOf(van), labelOf(naar), `${standaard.naam} ${standaard.versie}`];
  const todo: Readonly<Record<string, Tekst>> = {
    VRAGER_ZONDER_BEWIJS: {
      nl: `vraag een verzegeld rapport van ${a} als vrager, in ${s}`,
      en: `ask for a sealed report of ${a} as the one that asks, in ${s}`,
    },
    AANBIEDER_ZONDER_BEWIJS: {
      nl: `vraag een verzegeld rapport van ${b} als aanbieder, in ${s}`,
      en: `ask for a sealed report of ${b} as the one that answers, in ${s}`,
    },
    DIENST_NOOIT_BEPROEFD: { nl: `beproef ${dienst} bij ${b}`, en: `try ${dienst} on ${b}` },
    DIENST_NIET_BESLIST: { nl: `beproef ${dienst} opnieuw bij ${b}`, en: `try ${dienst} again on ${b}` },
    SOMS_GEWEIGERD: {
      nl: `laat uitzoeken waarom ${b} ${dienst} soms weigert`,
      en: `have it found out why ${b} sometimes refuses ${dienst}`,
    },
    ELEMENT_NOOIT_BEPROEFD: {
      nl: `stuur ${b} een ${dienst} met ${elementen.join(', ')}`,
      en: `send ${b} a ${dienst} with ${elementen.join(', ')}`,
    },
    ELEMENT_GEWEIGERD: {
      nl: `laat ${b} ${elementen.join(', ')} in ${dienst} aannemen, of ${a} het weglaten; toets daarna opnieuw`,
      en: `have ${b} take ${elementen.join(', ')} in ${dienst}, or ${a} leave it out; then test again`,
    },
    DIENST_GEWEIGERD: {
      nl: `laat ${b} ${dienst} herstellen; toets daarna opnieuw`,
      en: `have ${dienst} mended in ${b}; then test again`,
    },
    FOUT_VAN_AANBIEDER: {
      nl: `laat het antwoord van ${b} op ${dienst} herstellen; toets daarna opnieuw`,
      en: `have the answer of ${b} to ${dienst} mended; then test again`,
    },
    FOUT_VAN_VRAGER: {
      nl: `laat ${dienst} in ${a} herstellen; toets daarna opnieuw`,
      en: `have ${dienst} mended in ${a}; then test again`,
    },
    VRAGER_DEELS_GETEST: {
      nl: `toets ook de andere diensten die ${a} gebruikt`,
      en: `test the other services that ${a} uses too`,
    },
    ANTWOORD_ANDERS: {
      nl: `toets of ${a} aankan wat ${b} op ${dienst} antwoordt`,
      en: `test whether ${a} can handle what ${b} answers to ${dienst}`,
    },
  };
  const found = todo[code];
  return found ? [found] : [];
}

function togetherAgain({ van, naar, via, standaard }: Koppeling): Tekst {
  const all = [van, ...via, naar].map(labelOf);
  const s = `${standaard.naam} ${standaard.versie}`;
  return {
    nl: `doe een ketentest met ${all.join(', ')} samen in één sessie, in ${s}`,
    en: `run a chain test with ${all.join(', ')} together in one session, in ${s}`,
  };
}
