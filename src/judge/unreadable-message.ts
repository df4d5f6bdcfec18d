/**
 * What is said of a message that cannot be read, where it did not come as a reply: the same symptoms under the same ids,
 * in words for a file.
 */
import type { Finding, Tekst } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import type { OpenedMessage } from '../model/record.js';
import * as rules from './body-rules.js';

type Problem = NonNullable<OpenedMessage['problem']>;

const TOLD: Readonly<Record<Problem['kind'], readonly [rule: Rule, melding: Tekst, advies: Tekst]>> = {
  empty: [
    rules.EMPTY,
    t('Het bericht is leeg', 'The message is empty'),
    t('Controleer of het bestand goed is weggeschreven.', 'Check that the file was written whole.'),
  ],
  'not-xml': [
    rules.TEXT,
    t('Het bericht is geen XML', 'The message is not XML'),
    t('Geef een bericht of een SOAP-envelop met een bericht.', 'Give a message, or a SOAP envelope with a message.'),
  ],
  malformed: [
    rules.MALFORMED,
    t('Het bericht is geen welgevormde XML', 'The message is not well-formed XML'),
    t(
      'Maak berichten met een XML-bibliotheek en niet door teksten aan elkaar te plakken.',
      'Make messages with an XML library, not by joining texts.',
    ),
  ],
  doctype: [
    rules.DOCTYPE,
    t('Het bericht heeft een DOCTYPE', 'The message has a DOCTYPE'),
    t('Laat de DOCTYPE weg; SOAP 1.1 verbiedt hem.', 'Leave the DOCTYPE out; SOAP 1.1 forbids it.'),
  ],
  encoding: [
    rules.ENCODING,
    t(
      'De bytes zijn niet in de tekencodering die het bericht noemt',
      'The bytes are not in the character encoding that the message names',
    ),
    t(
      'Schrijf UTF-8, of noem de werkelijke codering in de XML-declaratie.',
      'Write UTF-8, or name the real encoding in the XML declaration.',
    ),
  ],
  'too-deep': [
    rules.TOO_DEEP,
    t('De XML is te diep genest', 'The XML is nested too deeply'),
    t('Zoek uit wat er zo diep nest.', 'Find out what nests so deeply.'),
  ],
};

/** One finding that says why there is nothing to judge. */
export function unreadable({ kind, detail, line }: Problem): Finding {
  const [rule, melding, advies] = TOLD[kind];
  const named = kind === 'not-xml' && /HTML/.test(detail) ? rules.HTML : rule;
  const bron = named.bron ? { bron: named.bron } : {};
  return judged({ id: named.id, ernst: 'fout', verplicht: true, melding, advies, ...bron }, false, {
    gevonden: detail,
    regelnummer: line,
  });
}

/** Larger than we can open. */
export function tooLarge(detail: string): Finding {
  const melding = t('Het bericht is groter dan te lezen is', 'The message is larger than can be read');
  const advies = t('Zoek uit waarom het bericht zo groot is.', 'Find out why the message is so large.');
  return judged({ id: rules.TOO_LARGE.id, ernst: 'fout', verplicht: true, melding, advies }, false, { gevonden: detail });
}

function t(nl: string, en: string): Tekst {
  return { nl, en };
}
