/** Makes a package that shows some messages of a sealed one: the same seals and report, and of the other messages a leaf alone. */
import type { Body } from '../../model/body.js';
import { canonicalJson } from '../canonical-json.js';
import type { Manifest } from '../manifest.js';
import type { PackageFile } from '../package.js';
import type { PackageSource } from '../package-source.js';
import { DISCLOSURE, type Disclosure, originalName, type ShownMessage, showsMessages } from './disclosure.js';
import { leafOf, type MessageFacts, messageName, messagesIn } from './message-leaf.js';

export interface DiscloseInput {
  /** Sealed, and whole. */
  readonly source: PackageSource;
  readonly manifest: Manifest;
  /** Names of the messages to show. */
  readonly chosen: ReadonlySet<string>;
  /** Salt of the leaf of a message, in hexadecimal. */
  leafSalt(message: string): string;
  /** The message as it went, with its salt; undefined when it is not shown so. */
  original(message: string): { readonly body: Body; readonly salt: string } | undefined;
}

/** Lists the files; writing them is not done here. Nothing that shows another message is among them. */
export async function disclosedFiles(input: DiscloseInput): Promise<readonly PackageFile[]> {
  const { source, manifest, chosen } = input;
  const messages = messagesIn(manifest);
  const shown = messages.filter((facts) => chosen.has(messageName(facts)));
  const kept = new Set(shown.flatMap(({ bericht }) => bericht.bestand ?? []));
  const names = (await source.list()).map(({ name }) => name).filter((name) => !showsMessages(name) || kept.has(name));
  const disclosure: Disclosure = {
    berichten: messages.map((facts) => (chosen.has(messageName(facts)) ? shownAs(facts, input) : hidden(facts, input))),
  };
  const originals = shown.flatMap((facts) => {
    const original = input.original(messageName(facts));
    return original ? [{ name: originalName(facts), open: () => original.body.open() }] : [];
  });
  return [
    ...names.map((name) => ({ name, open: () => source.open(name) })),
    {
      name: DISCLOSURE,
      async *open() {
        yield Buffer.from(canonicalJson(disclosure));
      },
    },
    ...originals,
  ];
}

function shownAs(facts: MessageFacts, input: DiscloseInput): ShownMessage {
  const name = messageName(facts);
  const original = input.original(name);
  return {
    ...facts,
    zout: input.leafSalt(name),
    ...(original && { origineel: { bestand: originalName(facts), zout: original.salt } }),
  };
}

function hidden(facts: MessageFacts, input: DiscloseInput) {
  return { blad: leafOf(input.leafSalt(messageName(facts)), facts) };
}
