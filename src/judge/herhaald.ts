/**
 * `herhaald`: the product offers an earlier message again, unchanged: the same number, the same time, the same content.
 * Option: `step`, the number of the step in this scenario that the earlier message was for.
 */
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, type Rule, undecided } from '../model/judged.js';
import type { XmlElement } from '../model/xml-element.js';
import type { MessageFacts } from '../standard/family.js';
import type { Case, Judge, JudgeTools } from './judge.js';

const AGAIN: Rule = {
  id: 'HERHAALD',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Een bericht dat niet is bevestigd, wordt ongewijzigd opnieuw aangeboden',
    en: 'A message that was not confirmed is offered again, unchanged',
  },
  advies: {
    nl: 'Bewaar het bericht zoals het is verstuurd, en bied het opnieuw aan met hetzelfde referentienummer en tijdstip.',
    en: 'Keep the message as it was sent, and offer it again with the same referentienummer and time.',
  },
};

export const herhaald: Judge = {
  kind: 'herhaald',
  complaints: ({ step }) => (Number.isInteger(step) ? [] : ['`step` must be the number of a step']),
  async judge({ options }, on) {
    const { record, exchange } = on;
    const isFirst = ({ purpose }: Case['exchange']) =>
      purpose.scenario === exchange.purpose.scenario && purpose.step === options.step;
    const first = record.exchanges.find(isFirst);
    return [await judgeAgain(first, exchange, on.tools)];
  },
};

/** Whether a message is the same as an earlier one. */
export async function judgeAgain(first: Exchange | undefined, exchange: Exchange, tools: JudgeTools): Promise<Finding> {
  const [before, after] = [first && (await factsOf(first, tools)), await factsOf(exchange, tools)];
  const bericht = `${exchange.id}/vraag`;
  if (!before?.message || !after?.message) return undecided(AGAIN, 'transport', { bericht });
  return { ...compared(before, after), bericht };
}

function compared(before: MessageFacts, after: MessageFacts): Finding {
  for (const name of ['referentienummer', 'tijdstipBericht'] as const)
    if (before[name] !== after[name])
      return judged(AGAIN, false, { verwacht: `${name} ${before[name] ?? '–'}`, gevonden: `${name} ${after[name] ?? '–'}` });
  const isSame = before.message !== undefined && after.message !== undefined && equal(before.message, after.message);
  return judged(AGAIN, isSame, isSame ? {} : { verwacht: 'dezelfde inhoud', gevonden: 'andere inhoud' });
}

async function factsOf({ request }: Exchange, tools: JudgeTools): Promise<MessageFacts | undefined> {
  const { root } = await tools.reader.open(request);
  return root && tools.family.read(root);
}

/** Whatever the prefixes, the order of attributes and the white space between elements. */
function equal(one: XmlElement, other: XmlElement): boolean {
  const attributes = (of: XmlElement) =>
    of.attributes
      .map(({ namespace, name, value }) => `${namespace} ${name} ${value}`)
      .sort()
      .join('\n');
  return (
    one.name === other.name &&
    one.namespace === other.namespace &&
    attributes(one) === attributes(other) &&
    one.children.length === other.children.length &&
    (one.children.length > 0 || one.text === other.text) &&
    one.children.every((child, index) => equal(child, other.children[index] ?? child))
  );
}
