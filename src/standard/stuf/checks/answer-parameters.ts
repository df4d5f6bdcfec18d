/**
 * What the parameters of an answer repeat or confirm of those of its question.
 *
 * @see StUF 03.01 §6.2
 */
import type { ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';
import { answerIn, flagOf, parameterOf, questionIn } from './question-parts.js';

/** Options: `elements`, local names below `parameters` that are the same in both. */
export const parametersRepeated: ExchangeCheck = ({ request, reply, options, standard }) => {
  if (!request.message || !reply?.message || reply.fout) return undefined;
  const [question, answer] = [request.message, answerIn(reply.message)];
  return (options.elements as readonly string[]).flatMap((name) => {
    const [asked, shown] = [parameterOf(question, name), parameterOf(answer, name)];
    if (asked === shown) return [];
    return [
      breachAt({ message: answer, standard }, answer, { expected: `${name} ${asked ?? 'afwezig'}`, found: shown ?? 'afwezig' }),
    ];
  });
};

/** Indications are only placed for who asked for them. */
export const indicationAsked: ExchangeCheck = ({ request, reply, standard }) => {
  const question = request.message && questionIn(request.message);
  if (!question || !reply?.message || reply.fout) return undefined;
  const answer = answerIn(reply.message);
  if (flagOf(answer, 'indicatorAfnemerIndicatie') !== true || flagOf(question, 'indicatorAfnemerIndicatie') === true) return [];
  return [breachAt({ message: reply.message, standard }, answer, { expected: 'indicatorAfnemerIndicatie false', found: 'true' })];
};
