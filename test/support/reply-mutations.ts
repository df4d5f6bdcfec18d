/**
 * Changes one thing in the tree of a reply, in every way that a product could get it wrong. Each place and each kind
 * gives one mutant; whether a judge has to notice it is for the reader to say.
 */
import { attributeOf, childOf, type XmlElement } from '../../src/model/xml-element.js';

const STUF = 'http://www.egem.nl/StUF/StUF0301';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export interface Mutation {
  readonly kind: string;
  /** Local names from the message element down. */
  readonly path: string;
  readonly root: XmlElement;
}

type Way = readonly number[];

/** Every mutation of the message element in an envelope; `way` leads to it. */
export function mutationsOf(root: XmlElement): readonly Mutation[] {
  const message = at(root, MESSAGE);
  if (!message) return [];
  const made: Mutation[] = [];
  const visit = (element: XmlElement, way: Way, path: string): void => {
    for (const [kind, instead] of changesOf(element, path)) {
      made.push({ kind, path, root: replaced(root, [...MESSAGE, ...way], instead) });
    }
    element.children.forEach((child, index) => {
      visit(child, [...way, index], path === '' ? child.name : `${path}/${child.name}`);
    });
    swaps(element).forEach(([kind, name, children]) => {
      const swapped = [{ ...element, children }];
      made.push({ kind, path: path === '' ? name : `${path}/${name}`, root: replaced(root, [...MESSAGE, ...way], swapped) });
    });
  };
  visit(message, [], '');
  return made.filter(({ path }) => path !== '');
}

const MESSAGE: Way = [0, 0];

/** What may stand in the place of one element. */
function changesOf(element: XmlElement, path: string): readonly (readonly [string, readonly XmlElement[]])[] {
  if (path === '') return [];
  const what = nameOf(element);
  const isLeaf = element.children.length === 0;
  const isFilled = element.text.trim() !== '' || !isLeaf;
  return [
    [`drop ${what}`, []],
    [`double ${what}`, [element, element]],
    ...(isLeaf && element.text.trim() !== ''
      ? ([
          [`change ${kindOf(element.text)}`, [{ ...element, text: otherText(element.text) }]],
          ['empty a value', [{ ...element, text: '' }]],
        ] as const)
      : []),
    ...(isFilled
      ? ([
          [`nil ${what}`, [nil(element, 'geenWaarde')]],
          [`unknown ${what}`, [nil(element, 'waardeOnbekend')]],
        ] as const)
      : []),
    ...(isLeaf && !isFilled
      ? ([['fill an empty element', [{ ...element, text: '1', attributes: plain(element) }]]] as const)
      : []),
    ...(attributeOf(element, STUF, 'entiteittype') === undefined || isLeaf
      ? []
      : ([[`add a foreign ${what.replace('a ', '')}`, [element, renumbered(element)]]] as const)),
    ...element.attributes.flatMap((attribute) => {
      const others = element.attributes.filter((each) => each !== attribute);
      const value = otherText(attribute.value);
      return [
        [`change @${attribute.name}`, [{ ...element, attributes: [...others, { ...attribute, value }] }]],
        [`drop @${attribute.name}`, [{ ...element, attributes: others }]],
      ] as const;
    }),
  ];
}

function nameOf(element: XmlElement): string {
  if (childOf(element, 'gerelateerde')) return 'a relation';
  if (element.name === 'gerelateerde' || element.name === 'object') return `a ${element.name}`;
  if (element.children.length > 0) return 'a group';
  return element.text.trim() === '' ? 'an empty element' : 'a value';
}

function plain({ attributes }: XmlElement): XmlElement['attributes'] {
  return attributes.filter((each) => each.name !== 'nil' && each.name !== 'noValue');
}

function nil(element: XmlElement, reason: string): XmlElement {
  const attributes = [
    ...plain(element),
    { namespace: XSI, name: 'nil', value: 'true' },
    { namespace: STUF, name: 'noValue', value: reason },
  ];
  return { ...element, attributes, children: [], text: '' };
}

/** The same thing about somebody else: every identifying text in it is another. */
function renumbered(element: XmlElement): XmlElement {
  const isKey = /identificatie$|nummer$|code$|bsn$|nnpId$|datumStatusGezet/i.test(element.name);
  if (element.children.length === 0)
    return isKey && element.text !== '' ? { ...element, text: otherText(element.text) } : element;
  return { ...element, children: element.children.map(renumbered) };
}

/** Two neighbouring values, and two relations of one name, in each other's place. */
function swaps(element: XmlElement): readonly (readonly [string, string, readonly XmlElement[]])[] {
  return element.children.flatMap((one, index) => {
    const other = element.children[index + 1];
    if (!other) return [];
    const isValue = (each: XmlElement) => each.children.length === 0 && each.text.trim() !== '';
    const pair =
      isValue(one) && isValue(other) && one.text !== other.text
        ? ([
            { ...one, text: other.text },
            { ...other, text: one.text },
          ] as const)
        : one.name === other.name && one.children.length > 0
          ? ([other, one] as const)
          : undefined;
    const kind = one.name === other.name ? 'swap two of a name' : 'swap two values';
    return pair
      ? [
          [
            kind,
            `${one.name}+${other.name}`,
            [...element.children.slice(0, index), ...pair, ...element.children.slice(index + 2)],
          ] as const,
        ]
      : [];
  });
}

function kindOf(text: string): string {
  const value = text.trim();
  if (/^(19|20)\d{6}$/.test(value)) return 'a date';
  if (/^(19|20)\d{8,15}$/.test(value)) return 'a moment';
  if (/^\d+$/.test(value)) return 'a number';
  if (/^[A-Z]{1,10}$/.test(value)) return 'a code';
  if (value.length > 40 && /^[A-Za-z0-9+/=\s]+$/.test(value) && !value.includes(' ')) return 'content';
  return 'a text';
}

function otherText(text: string): string {
  const value = text.trim();
  switch (kindOf(text)) {
    case 'a date':
      return `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
    case 'a moment':
      return `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
    case 'a number':
      return `${value.slice(0, -1)}${(Number(value.at(-1)) + 1) % 10}`;
    case 'a code':
      return value === 'J' ? 'N' : value === 'N' ? 'J' : `${value.slice(0, -1)}${value.endsWith('X') ? 'Y' : 'X'}`;
    case 'content':
      return `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
    default:
      return value === 'true' ? 'false' : value === 'false' ? 'true' : `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`;
  }
}

function at(element: XmlElement, [first, ...rest]: Way): XmlElement | undefined {
  if (first === undefined) return element;
  const child = element.children[first];
  return child && at(child, rest);
}

function replaced(element: XmlElement, [first = 0, ...rest]: Way, instead: readonly XmlElement[]): XmlElement {
  const children = element.children.flatMap((child, index) =>
    index !== first ? [child] : rest.length === 0 ? instead : [replaced(child, rest, instead)],
  );
  return { ...element, children };
}
