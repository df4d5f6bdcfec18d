/** One service in cross-play: whether what was asked is what was answered well. */
import type { Bewijs, Grond, Uitkomst } from './cell.js';
import type { Gezien } from './cross-play.js';
import { TEXTS } from './cross-texts.js';

export function crossService(dienst: string, asked: readonly Gezien[], answered: readonly Gezien[]): Uitkomst {
  const against = [...faultyQuestions(dienst, asked), ...answersAgainst(dienst, asked, answered)];
  const open = against.length > 0 ? [] : openQuestions(dienst, asked, answered);
  const stand = against.length > 0 ? 'strijdig' : open.length > 0 ? 'onbekend' : 'voorspeld';
  const covered = TEXTS.covered(dienst, proofs(asked, 'vraag', 1), proofs(well(answered), 'antwoord', 1));
  const gronden = stand === 'voorspeld' ? [covered] : [...against, ...open];
  return { stand, gronden, opmerkingen: remarks(dienst, asked, answered) };
}

/** What an answer of the counterpart was wrong about on purpose says how it takes faults, and nothing of the service. */
function faultyQuestions(dienst: string, asked: readonly Gezien[]): readonly Grond[] {
  const [first] = asked.filter(({ verdict, antwoord }) => verdict === 'voldoet_niet' && antwoord.soort === 'bevestigd');
  return first ? [TEXTS.faultyQuestion(dienst, first.fout, [proof(first, 'vraag')])] : [];
}

function answersAgainst(dienst: string, asked: readonly Gezien[], answered: readonly Gezien[]): readonly Grond[] {
  const faulty = answered.filter(({ verdict, antwoord }) => verdict === 'voldoet_niet' && antwoord.soort === 'bevestigd');
  const refused = refusals(answered);
  const always = refused.length > 0 && taken(answered).length === 0;
  const elements = always ? [] : refusedElements(asked, answered);
  return [
    ...(always ? [TEXTS.refuses(dienst, refused[0]?.antwoord, proofs(refused, 'antwoord', 3))] : []),
    ...elements.map(({ paden, by }) => TEXTS.refusesElements(dienst, paden, [proof(by, 'antwoord'), ...sending(asked, paden)])),
    ...faulty.slice(0, 1).map((one) => TEXTS.faultyAnswer(dienst, one.fout, [proof(one, 'antwoord')])),
  ];
}

/** What tells a refused question from all that were taken, when it is asked here too. */
function refusedElements(asked: readonly Gezien[], answered: readonly Gezien[]) {
  const accepted = paths(taken(answered));
  const wanted = paths(asked);
  return refusals(answered).flatMap((by) => {
    const paden = (by.vraag ?? []).filter((path) => !accepted.has(path));
    return paden.length > 0 && paden.every((path) => wanted.has(path)) ? [{ paden, by }] : [];
  });
}

function openQuestions(dienst: string, asked: readonly Gezien[], answered: readonly Gezien[]): readonly Grond[] {
  if (answered.length === 0) return [TEXTS.neverTried(dienst, proofs(asked, 'vraag', 1))];
  const good = well(answered);
  if (good.length === 0) return [TEXTS.undecided(dienst, proofs(answered, 'antwoord', 1))];
  const unread = [...asked, ...good].filter(({ vraag }) => vraag === undefined);
  const accepted = paths(taken(answered));
  const never = [...paths(asked)].filter((path) => !accepted.has(path)).sort();
  const answers = new Set(asked.filter(isConfirmed).flatMap(({ antwoord }) => antwoord.berichttype ?? []));
  const other = good.filter(({ antwoord }) => answers.size > 0 && !answers.has(antwoord.berichttype ?? ''));
  // Refused with nothing in it that was not taken another time: it may be anything, a value for one.
  const sometimes = refusals(answered).filter(({ vraag = [] }) => vraag.every((path) => accepted.has(path)));
  const undecided = asked.filter(({ verdict }) => verdict === 'niet_beslist');
  return [
    ...(never.length > 0 ? [TEXTS.elementsNeverTried(dienst, never, sending(asked, never))] : []),
    ...(unread.length > 0 ? [TEXTS.notPublic(dienst, proofs(unread, 'vraag', 3))] : []),
    ...(other.length > 0
      ? [TEXTS.otherAnswer(dienst, other[0]?.antwoord.berichttype, [...answers], proofs(other, 'antwoord', 1))]
      : []),
    ...(sometimes.length > 0 ? [TEXTS.refusesSometimes(dienst, proofs(sometimes, 'antwoord', 3))] : []),
    ...(undecided.length === asked.length ? [TEXTS.questionUndecided(dienst, proofs(undecided, 'vraag', 1))] : []),
  ];
}

function remarks(dienst: string, asked: readonly Gezien[], answered: readonly Gezien[]): readonly Grond[] {
  const afterFault = asked.filter((each) => each.verdict === 'voldoet_niet' && !isConfirmed(each));
  const got = replyPaths(asked.filter(isConfirmed));
  const given = replyPaths(well(answered));
  const more = [...given].filter((path) => !got.has(path)).sort();
  const less = [...got].filter((path) => !given.has(path)).sort();
  const both = got.size > 0 && given.size > 0;
  return [
    ...afterFault.slice(0, 1).map((one) => TEXTS.afterFault(dienst, one.fout, [proof(one, 'vraag')])),
    ...(both && more.length > 0 ? [TEXTS.answersMore(dienst, more, proofs(well(answered), 'antwoord', 1))] : []),
    ...(both && less.length > 0 ? [TEXTS.answersLess(dienst, less, proofs(asked, 'antwoord', 1))] : []),
  ];
}

/** Answered as the service describes, whatever else is wrong with the answer. */
function taken(answered: readonly Gezien[]): readonly Gezien[] {
  return answered.filter(isConfirmed);
}

function well(answered: readonly Gezien[]): readonly Gezien[] {
  return taken(answered).filter(({ verdict }) => verdict === 'voldoet');
}

/** A fault that a scenario asks for is none of these: that is well. */
function refusals(answered: readonly Gezien[]): readonly Gezien[] {
  return answered.filter((each) => each.verdict === 'voldoet_niet' && !isConfirmed(each));
}

function isConfirmed({ antwoord }: Gezien): boolean {
  return antwoord.soort === 'bevestigd';
}

function paths(of: readonly Gezien[]): ReadonlySet<string> {
  return new Set(of.flatMap(({ vraag = [] }) => vraag));
}

function replyPaths(of: readonly Gezien[]): ReadonlySet<string> {
  return new Set(of.flatMap(({ antwoord }) => antwoord.paden ?? []));
}

/** One message for each element, the first in which it stands. */
function sending(asked: readonly Gezien[], paden: readonly string[]): readonly Bewijs[] {
  const found = paden.flatMap((path) => asked.find(({ vraag = [] }) => vraag.includes(path)) ?? []);
  return [...new Set(found)].map((one) => proof(one, 'vraag'));
}

function proofs(of: readonly Gezien[], side: 'vraag' | 'antwoord', most: number): readonly Bewijs[] {
  return of.slice(0, most).map((one) => proof(one, side));
}

function proof({ uit, stap, id }: Gezien, side: 'vraag' | 'antwoord'): Bewijs {
  return { rapport: uit.feiten.digest, naam: uit.naam, stap, bericht: `${id}/${side}` };
}
