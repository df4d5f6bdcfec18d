/**
 * Looks whether elements that hold base64 hold nothing else: the validator does not mind other characters.
 * @see XML Schema part 2, 3.2.16 "base64Binary"
 */
import { XmlElement, XmlXPath } from 'libxml2-wasm';
import { isBase64Throughout } from './binary-text.js';

/** Finds in a message the elements whose value is no base64; must be given back. */
export interface BinaryValues extends Disposable {
  /**
   * @param bytes - what its document was read from
   * @param mentions - whether a name stands anywhere in the document; undefined where that is not known
   */
  wrongIn(message: XmlElement, bytes: Uint8Array, mentions?: (name: string) => boolean): readonly XmlElement[];
}

/** @param names - Clark names of the elements that hold base64 */
export function openBinaryValues(names: readonly string[]): BinaryValues {
  const [paths, namespaces] = pathsOf(names);
  const locals = [...new Set(names.map((name) => name.replace(/^\{.*\}/, '')))];
  const all = paths.length === 0 ? undefined : XmlXPath.compile(paths.join('|'), namespaces);
  return {
    wrongIn(message, bytes, mentions) {
      if (!all || (mentions && !locals.some(mentions)) || isBase64Throughout(bytes, locals)) return [];
      return message.find(all).filter((each): each is XmlElement => each instanceof XmlElement && isWrong(each));
    },
    [Symbol.dispose]: () => all?.dispose(),
  };
}

function isWrong(element: XmlElement): boolean {
  return /[^A-Za-z0-9+/=\t\n\r ]/.test(element.content);
}

function pathsOf(names: readonly string[]): [paths: readonly string[], namespaces: Record<string, string>] {
  const namespaces: Record<string, string> = {};
  const paths = names.map((each, index) => {
    const [, namespace = '', name = ''] = /^\{(.*)\}(.*)$/.exec(each) ?? [];
    if (namespace !== '') namespaces[`n${index}`] = namespace;
    return `descendant-or-self::${namespace === '' ? '' : `n${index}:`}${name}`;
  });
  return [paths, namespaces];
}
