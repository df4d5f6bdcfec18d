/**
 * `derive`: what an entity gets beside what was told: a mark on its latest relation, a date, a next version.
 * What only the other side can know is left open in a prediction.
 */
import type { XmlElement } from '../../../../model/xml-element.js';
import { tijdstip } from '../../stuurgegevens.js';
import { isFilled, make, textsAt } from '../elements.js';
import type { Occurrence } from '../occurrence.js';
import { fillIn } from '../settings.js';
import { type EffectKind, elementsOf, type Options, type Turn, textOption, touchedOf } from '../turn.js';

export const derive: EffectKind = {
  does: 'derive',
  options: { of: 'type', at: 'elements', latest: 'name?', yes: 'text?', no: 'text?', value: 'text?', next: 'path?' },
  oneOf: ['latest', 'value', 'next'],
  run(turn, options) {
    const way = options.latest !== undefined ? latest : options.value !== undefined ? value : next;
    for (const occurrence of touchedOf(turn, textOption(options, 'of'))) {
      const content = way(turn, options, occurrence);
      if (content !== occurrence.content) turn.store.put({ ...occurrence, content });
    }
    return undefined;
  },
};

/** Of all relations of one name, the one with the highest value is marked; of equals the last that came. */
function latest(_turn: Turn, options: Options, { content }: Occurrence): readonly XmlElement[] {
  const [relation = '', mark = ''] = textOption(options, 'at').split('/');
  const moment = (of: XmlElement) => (textsAt(of, textOption(options, 'latest'))[0] ?? '').padEnd(17, '0');
  const all = content.filter((each) => each.name === relation);
  if (all.length === 0) return content;
  const last = all.reduce<XmlElement | undefined>(
    (at, each) => (at === undefined || moment(each) >= moment(at) ? each : at),
    undefined,
  );
  return content.map((each) => {
    if (each.name !== relation) return each;
    return withElement(each, mark, textOption(options, each === last ? 'yes' : 'no') || (each === last ? 'J' : 'N'));
  });
}

/** Fills what nobody told; the other side may well fill it in its own way, also when it was told. */
function value(turn: Turn, options: Options, { content }: Occurrence): readonly XmlElement[] {
  const words: Readonly<Record<string, string>> = { today: tijdstip(turn.at).slice(0, 8), now: tijdstip(turn.at) };
  const text = textOption(options, 'value');
  return atPath(content, textOption(options, 'at').split('/'), (owner, name) => {
    if (turn.lenient) return { ...owner, children: owner.children.filter((each) => each.name !== name) };
    const isTold = owner.children.some((each) => each.name === name && isFilled(each));
    return isTold ? owner : withElement(owner, name, words[text] ?? fillIn(text, turn.knowledge.settings));
  });
}

/** The next version, unless the message told one. */
function next(turn: Turn, options: Options, { content, number }: Occurrence): readonly XmlElement[] {
  const isMinor = elementsOf(turn, textOption(options, 'next'))[0]?.text.trim() === 'minor';
  return atPath(content, textOption(options, 'at').split('/'), (owner, name) => {
    if (turn.touched.get(number)?.has(name)) return owner;
    if (turn.lenient) return { ...owner, children: owner.children.filter((each) => each.name !== name) };
    const [, major = '0', minor = '0'] = /^(\d+)(?:\.(\d+))?$/.exec(textsAt(owner, name)[0] ?? '') ?? [];
    return withElement(owner, name, isMinor ? `${major}.${Number(minor) + 1}` : `${Number(major) + 1}.0`);
  });
}

/** Does something to every owner of the last name of a path. */
function atPath(
  content: readonly XmlElement[],
  [first = '', ...rest]: readonly string[],
  edit: (owner: XmlElement, name: string) => XmlElement,
): readonly XmlElement[] {
  if (rest.length === 0) return edit(make(content[0]?.namespace ?? '', '', content), first).children;
  return content.map((each) => (each.name === first ? { ...each, children: atPath(each.children, rest, edit) } : each));
}

function withElement(owner: XmlElement, name: string, text: string): XmlElement {
  return { ...owner, children: [...owner.children.filter((each) => each.name !== name), make(owner.namespace, name, text)] };
}
