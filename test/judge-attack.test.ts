/**
 * Attacks the judge: every reply of an honest run is changed in one place, in every way that a product could get it
 * wrong, and what nobody notices must be something that a product may say. A sample under a fixed seed; with
 * ATTACK=all everything, which takes some minutes.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import { writeXml } from '../src/message/xml-writer.js';
import type { Exchange, ReceivedReply } from '../src/model/exchange.js';
import { seededDice } from './oracle/dice.js';
import { envelopeMutationsOf, textOf } from './support/envelope-mutations.js';
import { madeBody } from './support/made-exchange.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, startReference } from './support/reference-server.js';
import { createReplay, type Replay, type Steps } from './support/replay.js';
import { mutationsOf } from './support/reply-mutations.js';

const SEED = 20260101;
const ALL = process.env.ATTACK === 'all';
/** How many changes of each suite are tried, of the message and of what is around it. */
const SAMPLE = { tree: 300, envelope: 120 };

interface Attack {
  readonly kind: string;
  readonly path: string;
  readonly exchange: Exchange;
  readonly asynchronous: boolean;
  reply(): ReceivedReply;
}

interface Tolerance {
  readonly kind: RegExp;
  readonly path?: RegExp;
  /** Only in a reply to a synchronous message. */
  readonly synchronous?: true;
  readonly why: string;
}

/** What may pass, and why. */
const MAY_PASS: readonly Tolerance[] = [
  {
    kind: /^(drop|empty) a (value|group)/,
    path: /^stuurgegevens\/(zender|ontvanger|referentienummer|tijdstipBericht|crossRefnummer)$/,
    synchronous: true,
    why: 'optional in a synchronous reply',
  },
  {
    kind: /^change/,
    path: /^stuurgegevens\/(referentienummer|tijdstipBericht)$/,
    why: 'the own number and moment of who answers',
  },
  { kind: /./, path: /^stuurgegevens\/(zender|ontvanger)\/gebruiker$/, why: 'a person, who is no part of the address' },
  {
    kind: /an empty element|@noValue|@nil/,
    why: 'asked and unknown: shown empty or not, and for which reason, is for the rules about noValue and scope',
  },
  { kind: /^(drop|double) a group/, path: /object\//, why: 'a group in which everything is empty' },
  { kind: /indicator|a text/, path: /parameters\/indicatorVervolgvraag$/, why: 'for the rules about parameters of an answer' },
  { kind: /./, path: /\/authentiek$/, why: 'never sent; a product may know' },
  { kind: /./, path: /\/registratiedatum$/, why: 'when the relation was registered is for the product to say' },
  { kind: /./, path: /\/tijdvakGeldigheid\//, why: 'never sent; history is for the product to tell' },
  { kind: /./, path: /\/link$/, why: 'where a document is kept is for the product to say' },
  { kind: /./, path: /parameters\/checkedOut(By|Id)/, why: 'a mark and a name that the product chooses' },
  {
    kind: /change a (number|text)/,
    path: /^(zaak|document|besluit)\/identificatie$/,
    why: 'an identification that the product issues',
  },
  { kind: /drop @(contentType|srsName)/, why: 'optional, and not to be asked for' },
  { kind: /swap two of a name/, why: 'repeated elements have no order' },
  {
    kind: /add a foreign relation/,
    path: /(heeft|heeftRelevant|isRelevantVoor|leidtTot|isVastgelegdIn|heeftAls\w+)$/,
    why: 'a product may know more relations',
  },
  { kind: /^the content of another exchange$/, why: 'a later answer about the same object, which holds more' },
];

for (const id of ['zds-1.1', 'zds-1.2']) {
  describe(`the judge of ${id}, under attack`, function () {
    this.timeout(ALL ? 1_200_000 : 60_000);
    let basis: OpenSchemaBasis;
    let replay: Replay;
    let prefixes: Readonly<Record<string, string>>;
    let isAsynchronous: (exchange: Exchange) => boolean;

    before(async () => {
      const loaded = await openOwnSuite(`${id}/zaaksysteem`);
      basis = await compactBasis(loaded.standard);
      await using product = await startReference(loaded.standard);
      const { events } = await runAgainst(loaded, { url: product.url, bases: [basis] });
      const exchanges = events.flatMap((each) => (each.type === 'exchanged' ? [each.exchange] : []));
      replay = createReplay(loaded, exchanges, [basis]);
      isAsynchronous = ({ purpose }) =>
        loaded.standard.services.some((each) => each.id === purpose.service && each.asynchronous && purpose.kind === 'step');
      prefixes = {
        ...loaded.standard.namespaces,
        SOAP: 'http://schemas.xmlsoap.org/soap/envelope/',
        xsi: 'http://www.w3.org/2001/XMLSchema-instance',
        xmime: 'http://www.w3.org/2005/05/xmlmime',
      };
    });
    after(() => basis.dispose());

    it('says of the same record what it said before', async () => {
      const open = [...(await replay.honest())].filter(([, step]) => step.verdict !== 'voldoet');
      expect(open.map(([path, step]) => `${path} ${outcomeOf(step)}`)).to.deep.equal([]);
    });

    it('notices every change of a message that a product may not make', async () => {
      const survivors = await survivorsOf(sampled(await treeAttacks(), SAMPLE.tree));
      expect(survivors.filter((each) => reasonFor(each) === undefined).map(told)).to.deep.equal([]);
    });

    it('notices every change of what is around a message', async () => {
      const survivors = await survivorsOf(sampled(await envelopeAttacks(), SAMPLE.envelope));
      expect(survivors.filter((each) => reasonFor(each) === undefined).map(told)).to.deep.equal([]);
    });

    async function treeAttacks(): Promise<readonly Attack[]> {
      const all = replay.exchanges.map(async (exchange): Promise<readonly Attack[]> => {
        const root = exchange.reply && (await replay.reader.open(exchange.reply)).root;
        const { reply } = exchange;
        if (!root || !reply) return [];
        return mutationsOf(root).map(({ kind, path, root: mutant }) => ({
          ...{ kind, path, exchange, asynchronous: isAsynchronous(exchange) },
          reply: () => ({ ...reply, body: madeBody(writeXml(mutant, prefixes)) }),
        }));
      });
      return (await Promise.all(all)).flat();
    }

    async function envelopeAttacks(): Promise<readonly Attack[]> {
      const all = replay.exchanges.map(async (exchange): Promise<readonly Attack[]> => {
        const others = replay.exchanges.filter((each) => each.purpose.service === exchange.purpose.service);
        const text = exchange.reply && (await textOf(exchange.reply));
        const made = await envelopeMutationsOf(exchange, others);
        const changed = await Promise.all(made.map(async (each) => ({ ...each, text: await textOf(each.reply) })));
        return changed
          .filter((each) => each.text !== text || each.reply.status !== 200 || each.kind.startsWith('content type'))
          .map(({ kind, reply }) => ({ kind, path: '', exchange, asynchronous: isAsynchronous(exchange), reply: () => reply }));
      });
      return (await Promise.all(all)).flat();
    }

    async function survivorsOf(attacks: readonly Attack[]): Promise<readonly Attack[]> {
      const survivors: Attack[] = [];
      for (const attack of attacks) if (!isNoticed(await replay.judge(attack.exchange, attack.reply()))) survivors.push(attack);
      return survivors;
    }
  });
}

/** A step turned red by the product's doing, or stays open since somebody before the product may have answered. */
function isNoticed(steps: Steps): boolean {
  return [...steps.values()].some((step) => step.verdict === 'voldoet_niet' || step.oorzaak === 'configuratie');
}

function sampled(attacks: readonly Attack[], size: number): readonly Attack[] {
  if (ALL) return attacks;
  const dice = seededDice(SEED);
  const left = [...attacks];
  return Array.from({ length: Math.min(size, left.length) }, () => left.splice(dice.below(left.length), 1)).flat();
}

function reasonFor({ kind, path, asynchronous }: Attack): string | undefined {
  const fits = (each: Tolerance) =>
    each.kind.test(kind) && (each.path?.test(path) ?? true) && !(each.synchronous && asynchronous);
  return MAY_PASS.find(fits)?.why;
}

function told({ kind, path, exchange: { purpose } }: Attack): string {
  return `${kind}: ${path} in ${purpose.service} (${purpose.scenario}/${purpose.step} ${purpose.kind})`;
}
