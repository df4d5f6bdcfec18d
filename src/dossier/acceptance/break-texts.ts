/** What each way in which a dossier is not as it was written means. */
import type { Tekst } from '../../model/finding.js';
import type { BreukCode } from './history.js';

export const BREAK_TEXTS: Readonly<Record<BreukCode, Tekst>> = {
  CHAIN_BROKEN: {
    nl: 'de wijziging hiervoor is niet meer zoals toen deze werd geschreven',
    en: 'the change before is not any more as it was when this one was written',
  },
  CHANGE_NUMBER: {
    nl: 'er is een wijziging tussenuit gehaald of ertussen gezet',
    en: 'a change was taken out or put in between',
  },
  STATE_DIFFERS: {
    nl: 'de stand volgt niet uit de wijzigingen: iemand veranderde haar met de hand',
    en: 'the state does not follow from the changes: somebody changed it by hand',
  },
  INDEX_NOT_CANONICAL: {
    nl: 'staat niet in de vorm waarin ketentest schrijft (RFC 8785): iemand raakte het aan',
    en: 'is not in the form in which ketentest writes (RFC 8785): somebody touched it',
  },
  INDEX_BEHIND: {
    nl: 'de index loopt achter; de volgende opdracht werkt hem bij',
    en: 'the index is behind; the next command mends it',
  },
  CHANGE_FILE_DIFFERS: {
    nl: 'het bestand van deze wijziging zegt iets anders dan de index',
    en: 'the file of this change says something else than the index',
  },
  CHANGE_FILE_MISSING: { nl: 'het bestand van deze wijziging is weg', en: 'the file of this change is gone' },
  FILE_MISSING: { nl: 'dit bestand hoort er te zijn, en is weg', en: 'this file should be there, and is gone' },
  FILE_DIFFERS: { nl: 'dit bestand is veranderd sinds het werd vastgelegd', en: 'this file was changed since it was laid down' },
  FILE_UNKNOWN: {
    nl: 'hoort niet bij dit dossier: geen wijziging noemt het',
    en: 'does not belong to this dossier: no change names it',
  },
};
