/** Forgers of packages that show some messages of a sealed one: the seal is honest, what is shown beside it is not. */
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { FLAWLESS } from '../samples.js';
import { add, drop, edit, editJson, type Forgery, forgery, rename } from './forgery.js';
import { disclosed, type Loose, put, sealed, sha256, statementIn } from './held-package.js';

const DISCLOSURE = 'bewijs/onthulling.json';
const SHOWN = 'bewijs/0001-antwoord.xml';
const ORIGINAL = 'bewijs/0001-antwoord.origineel';

/** Changes what an honest party shows. */
const showing =
  (forge: Forgery['forge']): Forgery['forge'] =>
  async (held) =>
    forge(await disclosed(held));

/** Changes what is said of the messages. */
const saying = (change: (messages: Loose[]) => void) => showing(editJson(DISCLOSURE, ({ berichten }) => change(berichten)));

/** Puts a file back as it was in the whole package. */
const back =
  (name: string): Forgery['forge'] =>
  async (held) =>
    (await disclosed(held)).set(name, held.get(name) ?? Buffer.of());

const of = (messages: Loose[]) => messages.find(({ origineel }) => origineel !== undefined);
const hidden = (messages: Loose[]) => messages.filter(({ blad }) => blad !== undefined);

/** Two leaves under one node: what stands in the tree above them. */
function nodeOver(one: string, other: string): string {
  const leaf = (blad: string) => Buffer.from(sha256(Buffer.from(`00${blad}`, 'hex')), 'hex');
  return sha256(Buffer.concat([Buffer.of(1), leaf(one), leaf(other)]));
}

export const FORGED_DISCLOSURES: readonly Forgery[] = [
  forgery(
    'ROOT_DIFFERS',
    'two leaves that changed places',
    saying((messages) => {
      const [one, other] = hidden(messages);
      [one.blad, other.blad] = [other.blad, one.blad];
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'another leaf',
    saying((messages) => {
      hidden(messages)[0].blad = '0'.repeat(64);
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'another salt',
    saying((messages) => {
      of(messages).zout = '0'.repeat(32);
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'messages in another order',
    saying((messages) => {
      messages.reverse();
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a message that was left out',
    saying((messages) => {
      messages.splice(messages.indexOf(hidden(messages)[1]), 1);
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'the last message twice',
    saying((messages) => {
      messages.push(messages.at(-1));
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a shown message twice, in the place of another',
    saying((messages) => {
      messages[messages.length - 1] = of(messages);
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a node in the place of its leaves',
    saying((messages) => {
      const [one, other] = messages.slice(-2);
      messages.splice(-2, 2, { blad: nodeOver(one.blad, other.blad) });
    }),
  ),
  forgery('ROOT_DIFFERS', 'the messages of another run', async (held) => {
    const other = await disclosed(await sealed(FLAWLESS()));
    return (await disclosed(held)).set(DISCLOSURE, other.get(DISCLOSURE) ?? Buffer.of());
  }),
  forgery(
    'ROOT_DIFFERS',
    'another time of a message',
    saying((messages) => {
      of(messages).uitwisseling.gestartOp = '2027-01-01T00:00:00.000Z';
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'another status of a reply',
    saying((messages) => {
      of(messages).uitwisseling.status = 500;
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a reply that is called a request',
    saying((messages) => {
      const [message] = messages.filter(({ zout, origineel }) => zout && !origineel);
      message.kant = 'antwoord';
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'another header of a message',
    saying((messages) => {
      of(messages).bericht.koppen.push(['X-Verzonnen', '1']);
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a shown message of which the seal knows no root',
    showing((held) => {
      const statement = statementIn(held);
      delete statement.predicate.bewijs;
      held.delete('rapport.2.sigstore.json');
      return put(held, statement);
    }),
  ),
  forgery('FILE_DIFFERS', 'a shown message of which one figure was changed', showing(edit(SHOWN, '778812', '778813')), {
    bestand: SHOWN,
  }),
  forgery('FILE_MISSING', 'a shown message that is not there', showing(drop(SHOWN)), { bestand: SHOWN }),
  forgery('FILE_MISSING', 'a part without its report', showing(drop('rapport.json')), { bestand: 'rapport.json' }),
  forgery('FILE_MISSING', 'a part that does not say what it shows', showing(drop(DISCLOSURE))),
  forgery('FILE_MISSING', 'a whole package that is said to show a part of it', async (held) => {
    const part = await disclosed(held);
    held.delete(SHOWN);
    return held.set(DISCLOSURE, part.get(DISCLOSURE) ?? Buffer.of());
  }),
  forgery('FILE_UNKNOWN', 'a hidden message that is there all the same', back('bewijs/0002-vraag.xml'), {
    bestand: 'bewijs/0002-vraag.xml',
  }),
  forgery('FILE_UNKNOWN', 'the page beside a part', back('rapport.html'), { bestand: 'rapport.html' }),
  forgery('FILE_UNKNOWN', 'the whole list beside a part', back('bewijs/manifest.json'), { bestand: 'bewijs/manifest.json' }),
  forgery('FILE_UNKNOWN', 'a message as it went that nobody names', showing(add('bewijs/0003-vraag.origineel'))),
  forgery('ORIGINAL_DIFFERS', 'a message as it went, with another figure', showing(edit(ORIGINAL, '778812', '778813')), {
    bestand: ORIGINAL,
  }),
  forgery(
    'ORIGINAL_DIFFERS',
    'a message as it went, with another salt',
    saying((messages) => {
      of(messages).origineel.zout = '0'.repeat(32);
    }),
    { bestand: ORIGINAL },
  ),
  forgery('FILE_MISSING', 'a message as it went that is not there', showing(drop(ORIGINAL)), { bestand: ORIGINAL }),
  forgery(
    'DISCLOSURE_UNREADABLE',
    'a message as it went by another name',
    saying((messages) => {
      of(messages).origineel.bestand = '../0001-antwoord.origineel';
    }),
  ),
  forgery('FILE_MISSING', 'a message as it went that was renamed', showing(rename(ORIGINAL, 'bewijs/0001-vraag.origineel')), {
    bestand: ORIGINAL,
  }),
  forgery('DISCLOSURE_UNREADABLE', 'a list that is no JSON', showing(add(DISCLOSURE, 'onthuld'))),
  forgery('DISCLOSURE_UNREADABLE', 'a list with room in it', showing(edit(DISCLOSURE, ':', ': '))),
  forgery(
    'DISCLOSURE_UNREADABLE',
    'a list with one name twice',
    showing(edit(DISCLOSURE, '{"berichten":', '{"berichten":[],"berichten":')),
  ),
  forgery('DISCLOSURE_UNREADABLE', 'a list that is none', showing(add(DISCLOSURE, canonicalJson({ berichten: {} })))),
  forgery(
    'DISCLOSURE_UNREADABLE',
    'a message that is both shown and hidden',
    saying((messages) => {
      of(messages).blad = hidden(messages)[0].blad;
    }),
  ),
  forgery(
    'DISCLOSURE_UNREADABLE',
    'a message with a level of assurance',
    saying((messages) => {
      of(messages).zekerheid = 'A3';
    }),
  ),
  forgery('FILE_NOT_PLAIN', 'a list that is a link', (held) => disclosed(held), { kinds: new Map([[DISCLOSURE, 'link']]) }),
  forgery('FILE_NOT_PLAIN', 'a message as it went that is a link', (held) => disclosed(held), {
    kinds: new Map([[ORIGINAL, 'link']]),
  }),
];
