/**
 * The public files of a report package: what is in them and how they are called. Writing them is not done here.
 */
import type { Body } from '../model/body.js';
import type { Exchange } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import type { Report } from '../model/report.js';
import { canonicalJson } from './canonical-json.js';
import { type Evidence, loadEvidence } from './evidence.js';
import { describe, type Manifest, type ManifestMessage, type Mask, type PublicCopy, type Side } from './manifest.js';
import { checkPage } from './page/check-page.js';
import { renderHtml } from './page/render-html.js';
import { writeReport } from './rapport-json.js';
import { renderCtrf } from './render/render-ctrf.js';
import { renderEarl } from './render/render-earl.js';
import { renderJunit } from './render/render-junit.js';
import { withLeaves } from './seal/message-leaf.js';

/** One file; its content can be read more than once. */
export interface PackageFile {
  /** With `/` between folders, relative to the package. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface PackageInput {
  readonly report: Report;
  /** As recorded, in the order in which they began. */
  readonly exchanges: readonly Exchange[];
  /** What recheck needs, exactly as used; names without `testset/`. */
  readonly testset: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Makes the public copies; without it the messages are published as they went. */
  readonly mask?: Mask;
}

/** Lists the files of a package, the report first. Same input, same bytes. */
export async function packageFiles(input: PackageInput): Promise<readonly PackageFile[]> {
  const published = await publish(input.exchanges, input.mask);
  const { manifest, bodies } = published;
  const evidence = await loadEvidence(manifest, opener(bodies));
  return [
    ...renditions(input.report, evidence),
    file('bewijs/manifest.json', canonicalJson(manifest)),
    ...[...bodies].map(([name, body]) => ({ name, open: () => body.open() })),
    ...input.testset.map(({ name, bytes }) => file(`testset/${name}`, bytes)),
  ];
}

/** The report and everything that is rendered from it; made again from a package, the bytes are the same. */
export function renditions(report: Report, evidence: Evidence): readonly PackageFile[] {
  return [
    file('rapport.json', writeReport(report)),
    file('rapport.html', renderHtml(report, evidence)),
    file('junit.xml', renderJunit(report)),
    file('ctrf.json', renderCtrf(report)),
    file('earl.jsonld', renderEarl(report)),
    file('controleer.html', checkPage()),
  ];
}

/** Makes the public copies and the manifest that lists them. */
async function publish(exchanges: readonly Exchange[], mask: Mask | undefined) {
  const bodies = new Map<string, Body>();
  const described: Manifest['uitwisselingen'][number][] = [];
  const salts = new Map<string, string>();
  const ids = new Set<string>();
  for (const exchange of exchanges) {
    if (ids.has(exchange.id)) throw new HarnessError('INTERNAL', `two exchanges are both called ${exchange.id}`);
    ids.add(exchange.id);
    const vraag = await copyOf(exchange, 'vraag', exchange.request.body, mask);
    const antwoord = exchange.reply === undefined ? undefined : await copyOf(exchange, 'antwoord', exchange.reply.body, mask);
    const entry = describe(exchange, { vraag, ...(antwoord === undefined ? {} : { antwoord }) });
    described.push(entry);
    if (vraag.leafSalt !== undefined) salts.set(`${exchange.id}/vraag`, vraag.leafSalt);
    if (antwoord?.leafSalt !== undefined) salts.set(`${exchange.id}/antwoord`, antwoord.leafSalt);
    add(bodies, entry.vraag, vraag);
    if (entry.antwoord !== undefined) add(bodies, entry.antwoord, antwoord);
  }
  return { manifest: withLeaves({ gemaskeerd: mask !== undefined, uitwisselingen: described }, salts), bodies };
}

function copyOf(exchange: Exchange, side: Side, body: Body, mask: Mask | undefined): Promise<PublicCopy> {
  return mask === undefined ? Promise.resolve({ body, masked: [] }) : mask(body, { exchange, side });
}

function add(bodies: Map<string, Body>, { bestand }: ManifestMessage, copy: PublicCopy | undefined): void {
  if (bestand === undefined || copy?.body === undefined) return;
  bodies.set(bestand, copy.body);
}

function opener(bodies: ReadonlyMap<string, Body>) {
  return (name: string): AsyncIterable<Uint8Array> => {
    const body = bodies.get(name);
    if (body === undefined) throw new HarnessError('REPORT_INVALID', `the manifest names ${name}, which is not there`);
    return body.open();
  };
}

function file(name: string, content: string | Uint8Array): PackageFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}
