/** What a forger does to an honest package, and the reason for which it has to be refused. */
import { canonicalJson } from '../../../src/report/canonical-json.js';
import type { TrustedKey } from '../../../src/report/seal/trust-root.js';
import type { ReasonCode } from '../../../src/report/seal/verify-reasons.js';
import type { Wanted } from '../../../src/report/seal/verify-tuple.js';
import { bundleIn, type HeldPackage, type Kinds, type Loose, statementIn } from './held-package.js';

export interface Forgery {
  readonly what: string;
  readonly code: ReasonCode;
  /** Which file the reason names, where that could be another one. */
  readonly bestand?: string;
  /** Changes a package that two sealed, or makes another one. */
  readonly forge: (held: HeldPackage) => HeldPackage | Promise<HeldPackage>;
  readonly kinds?: Kinds;
  readonly trust?: (honest: readonly TrustedKey[]) => readonly TrustedKey[];
  readonly wanted?: Wanted;
  /** True for what only somebody who knows reports can see: who checks by hand does not. */
  readonly needsHarness?: true;
}

export function forgery(
  code: ReasonCode,
  what: string,
  forge: Forgery['forge'],
  more: Partial<Omit<Forgery, 'code' | 'what' | 'forge'>> = {},
): Forgery {
  return { code, what, forge, ...more };
}

/** Changes the text of a file. */
export function edit(name: string, from: string | RegExp, to: string): Forgery['forge'] {
  return (held) => {
    const text = String(held.get(name));
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to forge in ${name}`);
    return held.set(name, Buffer.from(changed));
  };
}

/** Changes a file of JSON, and leaves it in its form. */
export function editJson(name: string, change: (value: Loose) => void): Forgery['forge'] {
  return (held) => {
    const value = JSON.parse(String(held.get(name)));
    change(value);
    return held.set(name, Buffer.from(canonicalJson(value)));
  };
}

export function rename(from: string, to: string): Forgery['forge'] {
  return (held) => {
    held.set(to, held.get(from) ?? Buffer.of());
    held.delete(from);
    return held;
  };
}

export function drop(name: string): Forgery['forge'] {
  return (held) => {
    if (!held.delete(name)) throw new Error(`there is no ${name}`);
    return held;
  };
}

export function add(name: string, content: string | Buffer = 'x'): Forgery['forge'] {
  return (held) => held.set(name, Buffer.from(content));
}

export function swap(one: string, other: string): Forgery['forge'] {
  return (held) => {
    const [first, second] = [held.get(one) ?? Buffer.of(), held.get(other) ?? Buffer.of()];
    if (first.equals(second)) throw new Error(`${one} and ${other} are the same`);
    return held.set(one, second).set(other, first);
  };
}

/** Changes the file of the seal, in its form. */
export function editBundle(change: (bundle: Loose) => void, name = 'rapport.sigstore.json'): Forgery['forge'] {
  return (held) => {
    const bundle = bundleIn(held, name);
    change(bundle);
    return held.set(name, Buffer.from(canonicalJson(bundle)));
  };
}

/** Changes what was signed, without signing it again. */
export function editPayload(change: (statement: Loose) => void): Forgery['forge'] {
  return (held) => {
    const statement = statementIn(held);
    change(statement);
    return editBundle((bundle) => {
      bundle.dsseEnvelope.payload = Buffer.from(canonicalJson(statement)).toString('base64');
    })(held);
  };
}
