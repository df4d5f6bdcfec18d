/**
 * Paths in messages: prefixed steps below the message element, as services write them.
 */
import { childrenOf, type XmlElement } from '../../../model/xml-element.js';

/** Prefix → namespace. */
export type Namespaces = Readonly<Record<string, string>>;

/** One step of a path; `namespace` is absent when the prefix is not declared. */
export interface PathStep {
  readonly name: string;
  readonly namespace?: string;
}

const STEP = /^(?:([\w-]+):)?([\w.-]+)$/;

/** Steps of a path such as `LMP:object/LMP:nummer`; undefined when it cannot be read. `.` is the message itself. */
export function stepsOf(path: string, namespaces: Namespaces): readonly PathStep[] | undefined {
  let known = READ.get(namespaces);
  if (!known) {
    known = new Map();
    READ.set(namespaces, known);
  }
  const before = known.get(path);
  if (before || known.has(path)) return before;
  const steps = parsed(path, namespaces);
  known.set(path, steps);
  return steps;
}

/** Paths are few and read for every message. */
const READ = new WeakMap<Namespaces, Map<string, readonly PathStep[] | undefined>>();

function parsed(path: string, namespaces: Namespaces): readonly PathStep[] | undefined {
  if (path === '.') return [];
  const steps = path.split('/').map((step) => {
    const [, prefix, name] = STEP.exec(step) ?? [];
    const namespace = prefix === undefined ? undefined : namespaces[prefix];
    if (name === undefined || (prefix !== undefined && namespace === undefined)) return undefined;
    return { name, ...(namespace !== undefined && { namespace }) };
  });
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

/** Every element at the end of a path, in the order of the message. */
export function find(message: XmlElement, path: string, namespaces: Namespaces): readonly XmlElement[] {
  let at: readonly XmlElement[] = [message];
  for (const step of stepsOf(path, namespaces) ?? []) {
    const [only] = at;
    if (at.length === 1 && only) at = childrenOf(only, step.name, step.namespace);
    else at = at.flatMap((each) => childrenOf(each, step.name, step.namespace));
    if (at.length === 0) return at;
  }
  return at;
}

/** The path one step up; `.` above the first step. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '.' : path.slice(0, cut);
}
