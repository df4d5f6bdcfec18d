/**
 * What is asked of a message on its way through a chain, in words. Every id stands in docs/findings.md.
 */
import type { Rule } from '../model/judged.js';

function rule(id: string, nl: string, en: string, advies?: Rule['advies']): Rule {
  return { id, ernst: 'fout', verplicht: true, melding: { nl, en }, ...(advies && { advies }) };
}

export const PASSED_ON = rule(
  'KETEN-DOORGEGEVEN',
  'Wat doorgegeven wordt, komt aan zoals het was',
  'What is passed on arrives as it was',
  {
    nl: 'Zoek wat deze partij met dit element doet. Mag zij het opnieuw schrijven, zet het dan bij rewrites van de koppeling.',
    en: 'Look what this party does with this element. If it may write it anew, add it to rewrites of the link.',
  },
);

export const ARRIVED = rule(
  'KETEN-AANGEKOMEN',
  'Het bericht is op tijd doorgegeven op deze hop',
  'The message was passed on over this hop in time',
  {
    nl: 'Kijk wat deze partij met het bericht deed: zij kreeg het, en gaf het niet door.',
    en: 'Look at what this party did with the message: it got it, and did not pass it on.',
  },
);

export const OWN_REFERENCE = rule(
  'KETEN-REFERENTIE',
  'Het referentienummer is op deze hop van dit bericht alleen',
  'The referentienummer is of this message alone on this hop',
  {
    nl: 'Geef elk bericht dat deze partij doorgeeft een eigen referentienummer.',
    en: 'Give every message that this party passes on a referentienummer of its own.',
  },
);

export const END_STATE = rule(
  'KETEN-EINDTOESTAND',
  'Het systeem toont op tijd waar de keten toe had moeten leiden',
  'The system shows in time what the chain had to lead to',
  {
    nl: 'Vergelijk wat dit systeem laat zien met de berichten die het kreeg. Verwerkt het later, noem dan in de keten hoe lang dat mag duren (within).',
    en: 'Compare what this system shows with the messages that it got. If it processes later, say in the chain how long that may take (within).',
  },
);

export const DISTURBED = rule(
  'KETEN-VERSTORING',
  'Ketentest stoorde dit bericht met opzet',
  'Ketentest disturbed this message on purpose',
);

export const CERTIFICATE = rule(
  'KETEN-CERTIFICAAT',
  'Wie verbinding maakt, gaat niet door als het certificaat niet klopt',
  'Whoever connects does not go on when the certificate is wrong',
  {
    nl: 'Laat deze partij het certificaat van wie zij aanspreekt controleren: uitgever, geldigheid en naam. Nu gaf zij dit bericht aan iemand van wie zij niet weet wie het is.',
    en: 'Have this party check the certificate of whom it speaks with: issuer, validity and name. It gave this message to somebody of whom it does not know who it is.',
  },
);

export const NOT_HIDDEN = rule(
  'KETEN-VERZWEGEN',
  'Wat achter deze partij misging, wordt niet bevestigd',
  'What went wrong behind this party is not confirmed',
  {
    nl: 'Bevestig een bericht pas als de volgende het bevestigde, of bied het zelf opnieuw aan; anders is het ongemerkt kwijt.',
    en: 'Confirm a message only when the next party did, or offer it again yourself; otherwise it is lost unnoticed.',
  },
);

export const OFFERED_AGAIN = rule(
  'KETEN-HERSTEL',
  'Wie geen bevestiging kreeg, biedt het bericht opnieuw aan',
  'Whoever got no confirmation offers the message again',
  {
    nl: 'Bewaar wat niet is bevestigd, en bied het later ongewijzigd opnieuw aan, vanzelf of door een beheerder.',
    en: 'Keep what was not confirmed, and offer it again later, unchanged, by itself or by an administrator.',
  },
);

export const ONCE = rule('KETEN-EENMAAL', 'Het bericht passeert deze hop één keer', 'The message passes this hop once', {
  nl: 'Kijk waarom deze partij het bericht nog eens stuurde: wie het ontvangt, ziet twee berichten.',
  en: 'Look why this party sent the message again: whoever gets it sees two messages.',
});
