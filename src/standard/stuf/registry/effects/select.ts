/**
 * `select`: answers the question in the message.
 */
import { childOf } from '../../../../model/xml-element.js';
import { entiteittypeOf } from '../elements.js';
import { answer, parameter } from '../question.js';
import { refuse } from '../refusal.js';
import { type EffectKind, elementsOf, textOption } from '../turn.js';

export const select: EffectKind = {
  does: 'select',
  options: { question: 'path?', answer: 'place?', of: 'type?', required: 'flag?' },
  run(turn, options) {
    const path = textOption(options, 'question') || '.';
    const [question] = elementsOf(turn, path);
    if (!question) return refuse('StUF055', path);
    const equal = childOf(question, 'gelijk');
    const type = textOption(options, 'of') || (equal && entiteittypeOf(equal)) || turn.service.request.entiteittype || '';
    const answered = answer(turn, question, type);
    if ('code' in answered) return answered;
    if (answered.objects.length === 0 && options.required === true) return refuse('StUF064', type);
    const place = textOption(options, 'answer') || '.';
    const at = (name: string) => (place === '.' ? name : `${place}/${name}`);
    for (const object of answered.objects) turn.draft.add(at('antwoord'), 'object', object);
    if (turn.lenient) return undefined;
    turn.draft.setText(at('parameters/indicatorVervolgvraag'), String(answered.vervolg));
    if (answered.aantal !== undefined) turn.draft.setText(at('parameters/aantalVoorkomens'), String(answered.aantal));
    if (parameter(question, 'indicatorAfnemerIndicatie') === 'true') {
      turn.draft.setText(at('parameters/indicatorAfnemerIndicatie'), 'false');
    }
    return undefined;
  },
};
