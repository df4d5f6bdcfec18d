/** Why a model cannot be read, in words. */
import type { Refused } from '../../message/stream-refusal.js';
import type { Tekst } from '../../model/finding.js';

const TEXTS: Readonly<Record<Refused['kind'], (near: string) => Tekst>> = {
  encoding: () => ({
    nl: 'de tekens staan niet in de codering die het bestand zegt te hebben',
    en: 'the characters are not in the encoding that the file says it has',
  }),
  doctype: () => ({
    nl: 'een DOCTYPE wordt niet gelezen: daarin kunnen verwijzingen staan die niemand verwacht',
    en: 'a DOCTYPE is not read: it can hold references that nobody expects',
  }),
  empty: () => ({ nl: 'er staat niets in', en: 'there is nothing in it' }),
  unfinished: () => ({ nl: 'het bestand houdt op voordat het af is', en: 'the file ends before it is finished' }),
  'outside-root': () => ({
    nl: 'er staat iets achter het einde van het model',
    en: 'something stands behind the end of the model',
  }),
  character: () => ({ nl: 'hier staat een teken dat in XML niet mag', en: 'here stands a character that XML does not allow' }),
  malformed: (near) => ({ nl: `dit is geen leesbare XML: ${near}`, en: `this is no readable XML: ${near}` }),
  entity: (near) => ({ nl: `deze verwijzing is onbekend: ${near}`, en: `this reference is not known: ${near}` }),
  prefix: (near) => ({ nl: `het voorvoegsel van ${near} is niet verklaard`, en: `the prefix of ${near} is not declared` }),
  'too-deep': (near) => ({ nl: `elementen staan te diep in elkaar: ${near}`, en: `elements are nested too deep: ${near}` }),
  'too-long': (near) => ({ nl: `één element is te lang: ${near}`, en: `one element is too long: ${near}` }),
  'wrong-end': (near) => ({ nl: `${near} eindigt hier, en was niet begonnen`, en: `${near} ends here, and had not begun` }),
};

export function refusalText(what: Refused): Tekst {
  return TEXTS[what.kind]('near' in what ? `"${what.near}"` : '');
}
