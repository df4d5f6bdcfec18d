/**
 * Is it the reply to this request: crossRefnummer, addresses swapped, and stuurgegevens as the kind of reply wants.
 *
 * @see StUF 03.01 §4.2, §4.3, §4.4.1
 */
import type { Finding } from '../../model/finding.js';
import { judged, type Rule } from '../../model/judged.js';
import type { MessageFacts, Party, ReplyInput } from '../family.js';
import { formatParty, sameParty } from './facts.js';
import { toleratedWhen } from './tolerances.js';

const CROSSREF: Rule = {
  id: 'STUF-0301-RT-02',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'crossRefnummer is het referentienummer van het bericht waarop wordt gereageerd',
    en: 'crossRefnummer is the referentienummer of the message reacted to',
  },
  bron: { document: 'S301', plaats: '§4.3.1' },
};

const CROSSREF_PRESENT: Rule = {
  id: 'STUF-0301-RT-06',
  ernst: 'waarschuwing',
  melding: {
    nl: 'Een synchroon antwoord op een bericht met referentienummer vult crossRefnummer',
    en: 'A synchronous reply to a message with a referentienummer fills crossRefnummer',
  },
  bron: { document: 'S301', plaats: '§4.3.1' },
};

const SWAPPED: Rule = {
  id: 'STUF-0301-RT-01',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Zender en ontvanger van het antwoord zijn die van de vraag, verwisseld',
    en: 'zender and ontvanger of the reply are those of the request, swapped',
  },
  bron: { document: 'S301', plaats: '§4.2, §4.4' },
};

const ONLY_CODE: Rule = {
  id: 'STUF-0301-BV-01',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Bv02 en Fo02 hebben alleen een berichtcode in de stuurgegevens',
    en: 'Bv02 and Fo02 have only a berichtcode in their stuurgegevens',
  },
  bron: { document: 'S301', plaats: '§4.4.1, §4.4.3' },
};

const FULL: Rule = {
  id: 'STUF-0301-BV-02',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Bv01, Bv03, Fo01 en Fo03 hebben zender, ontvanger, referentienummer, tijdstipBericht en crossRefnummer',
    en: 'Bv01, Bv03, Fo01 and Fo03 have zender, ontvanger, referentienummer, tijdstipBericht and crossRefnummer',
  },
  bron: { document: 'S301', plaats: '§4.4.1, §4.4.3' },
};

const OWN_REFERENCE: Rule = {
  id: 'STUF-0301-RF-03',
  ernst: 'waarschuwing',
  melding: {
    nl: 'Het referentienummer van een antwoord is uitgegeven door wie antwoordt',
    en: 'The referentienummer of a reply was issued by the responder',
  },
  bron: { document: 'S301', plaats: '§4.3.1' },
};

const BARE = new Set(['Bv02', 'Fo02']);
const COMPLETE = new Set(['Bv01', 'Bv03', 'Fo01', 'Fo03']);

export function judgeCorrelation({ request, reply, standard, profile }: ReplyInput): readonly Finding[] {
  const code = reply.berichtcode;
  if (!reply.message || !code) return [];
  const sector = Object.entries(standard.namespaces).find(([, each]) => each === reply.message?.namespace)?.[0];
  const at = (path: string) => ({ pad: `${sector ? `${sector}:` : ''}stuurgegevens/${path}`, regelnummer: reply.message?.line });
  if (BARE.has(code)) return [judgeBare(reply, at)];
  return [
    ...(COMPLETE.has(code) ? [judgeFull(reply, at)] : []),
    ...judgeCrossref(request, reply, at),
    ...judgeAddresses(request, reply, at),
    // Known gateways copy the number of the question.
    ...judgeReference(request, reply, at).map((finding) => toleratedWhen(true, finding, { standard, profile })),
  ];
}

type At = (path: string) => { readonly pad: string; readonly regelnummer: number | undefined };

function judgeBare(reply: MessageFacts, at: At): Finding {
  const extra = (['zender', 'ontvanger', 'referentienummer', 'tijdstipBericht', 'crossRefnummer'] as const).filter(
    (each) => reply[each] !== undefined,
  );
  return judged(ONLY_CODE, extra.length === 0, {
    verwacht: 'berichtcode',
    gevonden: ['berichtcode', ...extra].join(', '),
    ...at(''),
  });
}

function judgeFull(reply: MessageFacts, at: At): Finding {
  const missing = (['zender', 'ontvanger', 'referentienummer', 'tijdstipBericht', 'crossRefnummer'] as const).filter(
    (each) => reply[each] === undefined,
  );
  return judged(FULL, missing.length === 0, {
    verwacht: 'zender, ontvanger, referentienummer, tijdstipBericht, crossRefnummer',
    gevonden: missing.length === 0 ? 'volledig' : `ontbreekt: ${missing.join(', ')}`,
    ...at(''),
  });
}

function judgeCrossref(request: MessageFacts, reply: MessageFacts, at: At): readonly Finding[] {
  if (request.referentienummer === undefined) return [];
  if (reply.crossRefnummer === undefined) {
    return [
      judged(CROSSREF_PRESENT, false, {
        verwacht: request.referentienummer,
        gevonden: '(afwezig)',
        ...at('StUF:crossRefnummer'),
      }),
    ];
  }
  const look = { verwacht: request.referentienummer, gevonden: reply.crossRefnummer, ...at('StUF:crossRefnummer') };
  return [judged(CROSSREF, reply.crossRefnummer === request.referentienummer, look)];
}

function judgeAddresses(request: MessageFacts, reply: MessageFacts, at: At): readonly Finding[] {
  const one = (name: 'zender' | 'ontvanger', wanted: Party | undefined): readonly Finding[] =>
    reply[name] === undefined || wanted === undefined
      ? []
      : [
          judged(SWAPPED, sameParty(reply[name], wanted), {
            verwacht: formatParty(wanted),
            gevonden: formatParty(reply[name]),
            ...at(`StUF:${name}`),
          }),
        ];
  return [...one('zender', request.ontvanger), ...one('ontvanger', request.zender)];
}

function judgeReference(request: MessageFacts, reply: MessageFacts, at: At): readonly Finding[] {
  if (reply.referentienummer === undefined || request.referentienummer === undefined) return [];
  return [
    judged(OWN_REFERENCE, reply.referentienummer !== request.referentienummer, {
      verwacht: 'een eigen nummer',
      gevonden: reply.referentienummer,
      ...at('StUF:referentienummer'),
    }),
  ];
}
