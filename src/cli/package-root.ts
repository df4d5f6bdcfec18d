/** Where this package stands on disk: its suites, its version, its own settings. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HarnessError } from '../model/harness-error.js';

export interface PackageFacts {
  readonly root: string;
  /** The suites folder. */
  readonly suites: string;
  readonly version: string;
  /** The suite that `npm start` shows. */
  readonly demo: string;
  /** The suites that `npm run consumer-demo` shows. */
  readonly consumerDemo: readonly string[];
  /** The chain that `npm run demo:keten` shows. */
  readonly chainDemo: string;
}

let known: PackageFacts | undefined;

/** Read once in a process. */
export function packageFacts(): PackageFacts {
  known ??= readFacts();
  return known;
}

/** Walks up from this file to the package.json that carries our name. */
function readFacts(): PackageFacts {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'));
    if (manifest?.name === 'ketentest') {
      const { demo = '', consumerDemo = [], chainDemo = '' } = manifest.ketentest ?? {};
      return { root: folder, suites: join(folder, 'suites'), version: manifest.version, demo, consumerDemo, chainDemo };
    }
    if (folder === dirname(folder))
      throw new HarnessError('INTERNAL', 'the package.json of ketentest was not found above its own code');
  }
}

interface Manifest {
  readonly name?: string;
  readonly version: string;
  readonly ketentest?: { readonly demo?: string; readonly consumerDemo?: readonly string[]; readonly chainDemo?: string };
}

function readManifest(file: string): Manifest | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}
