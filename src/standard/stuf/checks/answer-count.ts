/**
 * How many objects an answer holds, against what the question allowed (`maximumAantal`) and asked to know
 * (`indicatorAantal`).
 *
 * @see StUF 03.01 §6.1, §6.2, §6.4.1
 */
import type { ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';
import { answerIn, flagOf, objectsIn, parameterOf, questionIn, says } from './question-parts.js';

export const noMoreThanAsked: ExchangeCheck = ({ request, reply, standard }) => {
  const question = request.message && questionIn(request.message);
  if (!question || !reply?.message || reply.fout) return undefined;
  const on = { message: reply.message, standard };
  const answer = answerIn(reply.message);
  const objects = objectsIn(reply.message);
  const allowed = Number(parameterOf(question, 'maximumAantal') ?? Number.POSITIVE_INFINITY);
  const tooMany = objects[allowed];
  const isCut = says(reply.message, 'StUF0002');
  if (!isCut && parameterOf(question, 'maximumAantal') === undefined) return undefined;
  const cutInSilence = isCut && flagOf(answer, 'indicatorVervolgvraag') === false;
  return [
    ...(tooMany ? [breachAt(on, tooMany, { expected: `hoogstens ${allowed}`, found: String(objects.length) })] : []),
    ...(cutInSilence
      ? [breachAt(on, answer, { expected: 'indicatorVervolgvraag true bij melding StUF0002', found: 'false' })]
      : []),
  ];
};

/** Where the question allows no number. Options: `most`, the largest number that any source gives as what then counts. */
export const noMoreThanUsual: ExchangeCheck = ({ request, reply, standard, options }) => {
  const question = request.message && questionIn(request.message);
  if (!question || !reply?.message || reply.fout || parameterOf(question, 'maximumAantal') !== undefined) return undefined;
  const objects = objectsIn(reply.message);
  const tooMany = objects[Number(options.most)];
  if (objects.length === 0) return undefined;
  const on = { message: reply.message, standard };
  return tooMany ? [breachAt(on, tooMany, { expected: `hoogstens ${options.most}`, found: String(objects.length) })] : [];
};

export const countedWhenAsked: ExchangeCheck = ({ request, reply, standard }) => {
  const question = request.message && questionIn(request.message);
  if (!question || !reply?.message || reply.fout || !flagOf(question, 'indicatorAantal')) return undefined;
  const answer = answerIn(reply.message);
  const tell = (expected: string, found: string) => [
    breachAt({ message: answerIn(answer), standard }, answer, { expected, found }),
  ];
  const told = parameterOf(answer, 'aantalVoorkomens');
  if (told === undefined) {
    return says(reply.message, 'StUF0005') ? [] : tell('aantalVoorkomens, of melding StUF0005', 'afwezig');
  }
  const shown = objectsIn(reply.message).length;
  const isWhole = flagOf(answer, 'indicatorVervolgvraag') === false && flagOf(question, 'indicatorVervolgvraag') !== true;
  return isWhole && Number(told) !== shown ? tell(String(shown), told) : [];
};
