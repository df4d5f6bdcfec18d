/**
 * Takes over the objects at a path of the message; `create` and `change` are two ways to do so.
 */
import { takeOver, typeOfObjects } from '../kennisgeving.js';
import { parentOf } from '../paths.js';
import { type Refusal, refuse } from '../refusal.js';
import { elementsOf, listOption, type Options, type Turn, textOption, touch } from '../turn.js';

/** @param always - the mutatiesoort, whatever the message says */
export function take(turn: Turn, options: Options, always?: string): Refusal | undefined {
  const path = textOption(options, 'from');
  const objects = elementsOf(turn, path);
  const mutatiesoort = mutatiesoortOf(turn, options);
  const only = listOption(options, 'only');
  const due = always ? [always] : only;
  if (due.length > 0 && !due.includes(mutatiesoort) && !turn.lenient) {
    return refuse('StUF055', `mutatiesoort ${mutatiesoort}; ${due.join(', ')} verwacht`);
  }
  const type = typeOfObjects(objects, textOption(options, 'of') || turn.service.request.entiteittype);
  const taken = takeOver(turn, {
    type,
    mutatiesoort: always ?? mutatiesoort,
    objects,
    lenient: turn.lenient,
    mustBeNew: always !== undefined,
  });
  if ('code' in taken) return taken;
  if (taken.occurrence) touch(turn, taken.occurrence, objects.at(-1)?.children ?? []);
  return undefined;
}

/** What a message says is done with the objects at a path; by their number when it does not say. */
export function mutatiesoortOf(turn: Turn, options: Options): string {
  const path = textOption(options, 'from');
  const beside = parentOf(path) === '.' ? '' : `${parentOf(path)}/`;
  const told = elementsOf(turn, `${beside}parameters/mutatiesoort`)[0]?.text.trim();
  return told || (elementsOf(turn, path).length > 1 ? 'W' : 'T');
}
