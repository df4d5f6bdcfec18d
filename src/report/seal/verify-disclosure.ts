/** Whether the messages of a package are those over which its seal was set: all of them, or the ones that are shown. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import { isRecord, readExactJson } from '../exact-json.js';
import { MANIFEST } from '../manifest.js';
import { bytesOf } from '../package-bytes.js';
import type { ListedFile, PackageSource } from '../package-source.js';
import { MAX_REPORT_BYTES } from '../rapport-json.js';
import { DISCLOSURE, type Disclosure, isShown, leafIn, originalName, readDisclosure, type ShownMessage } from './disclosure.js';
import { type MessageRoot, rootIn, rootOfLeaves } from './message-leaf.js';
import type { Statement } from './seal-statement.js';
import type { SealFinding } from './verify-reasons.js';

/** How many messages a package shows. */
export interface MessagesShown {
  readonly getoond: number;
  /** Of how many. */
  readonly van: number;
  /** How many of them also as they went. */
  readonly origineel: number;
  /** Over all of them, in hexadecimal; absent when the seal tells of none. */
  readonly wortel?: string;
}

/** What a package shows that does not show everything. */
export interface OpenedDisclosure {
  readonly findings: readonly SealFinding[];
  /** Files under the seal that have to be there. */
  readonly shown: ReadonlySet<string>;
  /** Files that stand beside the seal. */
  readonly beside: ReadonlySet<string>;
  readonly berichten: MessagesShown;
}

/** @returns undefined for a package that shows everything */
export async function openDisclosure(
  source: PackageSource,
  listed: readonly ListedFile[],
  { predicate, subject }: Statement,
): Promise<OpenedDisclosure | undefined> {
  if (listed.find(({ name }) => name === DISCLOSURE)?.kind !== 'file') return undefined;
  const disclosure = await read(source);
  if (disclosure === undefined) {
    const findings = [{ code: 'DISCLOSURE_UNREADABLE', bestand: DISCLOSURE }] as const;
    return { findings, shown: new Set(), beside: new Set([DISCLOSURE]), berichten: { getoond: 0, van: 0, origineel: 0 } };
  }
  const shown = disclosure.berichten.filter(isShown);
  const originals = shown.filter(({ origineel }) => origineel !== undefined);
  const sealed = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
  const root = rootOfLeaves(disclosure.berichten.map(leafIn));
  return {
    findings: [
      ...differs(predicate.bewijs, root, DISCLOSURE),
      ...shown
        .filter(({ bericht }) => bericht.bestand !== undefined && sealed.get(bericht.bestand) !== bericht.sha256)
        .map(({ bericht }) => ({ code: 'MANIFEST_DIFFERS', bestand: DISCLOSURE, gezien: String(bericht.bestand) }) as const),
      ...(await otherOriginals(source, listed, originals)),
    ],
    shown: new Set(shown.flatMap(({ bericht }) => bericht.bestand ?? [])),
    beside: new Set([DISCLOSURE, ...originals.map(originalName)]),
    berichten: {
      ...{ getoond: shown.length, van: disclosure.berichten.length, origineel: originals.length },
      ...(root && { wortel: root.wortel }),
    },
  };
}

/** The root over a whole package, as the manifest gives it, as its leaves make it and as the seal says. */
export function otherwiseRooted(manifest: unknown, predicate: Statement['predicate']): readonly SealFinding[] {
  const said = isRecord(manifest) ? manifest.wortel : undefined;
  if (said === undefined && predicate.bewijs === undefined) return [];
  const root = rootIn(manifest);
  const own: readonly SealFinding[] =
    root !== undefined && root.wortel === said ? [] : [{ code: 'ROOT_DIFFERS', bestand: MANIFEST, ...seen(root?.wortel, said) }];
  return own.length > 0 ? own : differs(predicate.bewijs, root, MANIFEST);
}

/** What a whole package shows: everything. */
export function allMessages({ predicate }: Statement): MessagesShown | undefined {
  const { bewijs } = predicate;
  if (!isRecord(bewijs) || typeof bewijs.berichten !== 'number' || typeof bewijs.wortel !== 'string') return undefined;
  return { getoond: bewijs.berichten, van: bewijs.berichten, origineel: 0, wortel: bewijs.wortel };
}

async function read(source: PackageSource): Promise<Disclosure | undefined> {
  const json = readExactJson((await bytesOf(source, DISCLOSURE, MAX_REPORT_BYTES)) ?? Buffer.of());
  return 'value' in json ? readDisclosure(json.value) : undefined;
}

function differs(sealed: unknown, root: MessageRoot | undefined, bestand: string): readonly SealFinding[] {
  const texts = [sealed, root].map((each) => (each === undefined ? undefined : canonicalJson(each)));
  return texts[0] === texts[1] ? [] : [{ code: 'ROOT_DIFFERS', bestand, ...seen(texts[0], texts[1]) }];
}

function seen(verwacht: unknown, gezien: unknown) {
  return {
    ...(verwacht !== undefined && { verwacht: String(verwacht) }),
    ...(gezien !== undefined && { gezien: String(gezien) }),
  };
}

/** Messages as they went that are not what was recorded. */
async function otherOriginals(
  source: PackageSource,
  listed: readonly ListedFile[],
  originals: readonly ShownMessage[],
): Promise<readonly SealFinding[]> {
  const findings: SealFinding[] = [];
  for (const message of originals) {
    const { origineel, bericht } = message;
    const name = originalName(message);
    if (origineel?.bestand !== name) findings.push({ code: 'DISCLOSURE_UNREADABLE', bestand: DISCLOSURE });
    const file = listed.find((each) => each.name === name);
    if (file === undefined) findings.push({ code: 'FILE_MISSING', bestand: name });
    if (file?.kind !== 'file') continue;
    const hash = createHash('sha256').update(Buffer.from(origineel?.zout ?? '', 'hex'));
    for await (const chunk of source.open(name)) hash.update(chunk);
    const digest = hash.digest('hex');
    if (digest === bericht.zoutDigest) continue;
    findings.push({ code: 'ORIGINAL_DIFFERS', bestand: name, ...seen(bericht.zoutDigest, digest) });
  }
  return findings;
}
