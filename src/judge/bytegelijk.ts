/**
 * `bytegelijk`: the content in the answer is byte for byte what an earlier message brought.
 * Options: `path` in the answer; `step`, `<scenario>/<nr>` of the message that brought it, and `brought`, the path in it.
 */
import { createHash } from 'node:crypto';
import { parsePath, valuesAt } from '../model/element-path.js';
import { judged, type Rule, undecided } from '../model/judged.js';
import type { XmlElement } from '../model/xml-element.js';
import { type Case, inMessage, type Judge, messageOfProduct, sideOfProduct } from './judge.js';

const SAME: Rule = {
  id: 'BYTEGELIJK',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'De inhoud van het document is byte voor byte gelijk aan wat is aangeboden',
    en: 'The content of the document is byte for byte what was offered',
  },
  advies: {
    nl: 'Vergelijk de lengte en de sha256: een andere lengte is afgekapt of aangevuld, een gelijke lengte is omgezet.',
    en: 'Compare length and sha256: another length was cut off or added to, the same length was converted.',
  },
};

export const bytegelijk: Judge = {
  kind: 'bytegelijk',
  complaints: (options) => [
    ...['path', 'brought'].flatMap((name) => (typeof options[name] === 'string' ? [] : [`\`${name}\` is missing`])),
    ...(typeof options.step === 'string' && /^[^/]+\/\d+$/.test(options.step) ? [] : ['`step` must be <scenario id>/<number>']),
    ...Object.keys(options).flatMap((name) => (['path', 'brought', 'step'].includes(name) ? [] : [`unknown option "${name}"`])),
  ],
  async judge({ options }, on) {
    const rule = { ...SAME, bron: on.service.bron };
    const [path, brought] = [String(options.path), String(options.brought)];
    const before = await contentAt(await messageOfStep(String(options.step), on), brought, on);
    if (!before) return [undecided(rule, 'harnas', { pad: brought, gevonden: `geen inhoud in ${options.step}` })];
    const message = await messageOfProduct(on);
    if (!message) return [];
    const after = await contentAt(message, path, on);
    const finding = judged(rule, after !== undefined && before.bytes.equals(after.bytes), {
      ...{ pad: path, verwacht: shown(before), gevonden: after ? `${shown(after)}${differs(before, after)}` : '(afwezig)' },
      regelnummer: after?.line ?? message.line,
    });
    return inMessage([finding], on.exchange, sideOfProduct(on.exchange));
  },
};

/** What was said for a step: where it passed several hops, as it was heard. */
async function messageOfStep(path: string, { record, tools }: Case): Promise<XmlElement | undefined> {
  const isOf = ({ scenario, step, kind }: Case['exchange']['purpose']) => `${scenario}/${step}` === path && kind === 'step';
  const exchange = record.exchanges.find(({ purpose }) => isOf(purpose));
  const root = exchange && (await tools.reader.open(exchange.request)).root;
  return root && tools.family.read(root).message;
}

interface Content {
  readonly bytes: Buffer;
  readonly line: number;
}

async function contentAt(message: XmlElement | undefined, path: string, { tools }: Case): Promise<Content | undefined> {
  const [found] = message ? valuesAt(message, parsePath(path, tools.standard.namespaces)) : [];
  if (!found || found.value === '') return undefined;
  return { bytes: Buffer.from(found.value, 'base64'), line: found.element.line };
}

/** Enough to tell two contents apart by eye. */
function shown({ bytes }: Content): string {
  return `${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}…`;
}

/** Where the first difference is: what was cut off differs at its end. */
function differs({ bytes: before }: Content, { bytes: after }: Content): string {
  if (before.equals(after)) return '';
  const length = Math.min(before.length, after.length);
  let at = 0;
  while (at < length && before[at] === after[at]) at++;
  return `, anders vanaf byte ${at + 1}`;
}
