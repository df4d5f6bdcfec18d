/** Judges a fixture by the rules of the standard that knows its message. */
import { join } from 'node:path';
import { judgeExchangeRules } from '../../src/judge/exchange-rules.js';
import type { Case } from '../../src/judge/judge.js';
import { judgeMessageRules } from '../../src/judge/message-rules.js';
import { openRuleBook, type RuleBook } from '../../src/judge/rule-book.js';
import { subjectOf } from '../../src/judge/rule-subject.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { Finding } from '../../src/model/finding.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { clarkName } from '../../src/model/xml-element.js';
import type { Family, MessageFacts } from '../../src/standard/family.js';
import { familyOf } from '../../src/standard/index.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { listStandards, loadStandard } from '../../src/suite/load-standard.js';
import { inventedFiles } from '../koppelvlak/boats.js';
import { packageRoot } from '../package-root.js';
import { madeExchange } from '../support/made-exchange.js';
import type { Fixture, FixtureExchange } from './fixtures.js';

export interface Bench {
  readonly standard: StandardDefinition;
  readonly family: Family;
  readonly book: RuleBook;
}

/** Speaks every kind of message there is: rules about StUF itself are shown in it. */
const INVENTED = 'gereedschap-1.0';

/** Every standard with its rules opened, by id. */
export async function openBenches(): Promise<ReadonlyMap<string, Bench>> {
  const root = join(packageRoot, 'suites');
  const ids = [...(await listStandards(root)), INVENTED];
  const benches = await Promise.all(
    ids.map(async (id) => {
      const standard = await loadStandard(id === INVENTED ? inventedFiles() : openFileSet(root), id);
      const family = familyOf(standard.family);
      return [id, { standard, family, book: openRuleBook(standard, family) }] as const;
    }),
  );
  return new Map(benches);
}

/** The standard whose folder the fixture is in, else the first that knows the message element. */
export function benchOf(fixture: Fixture, benches: ReadonlyMap<string, Bench>): Bench {
  const named = benches.get(fixture.standard ?? fixture.layer);
  if (named) return named;
  const message = factsOf(fixture.messages.at(-1)?.request ?? '', [...benches.values()][0]).message;
  const found = [...benches.values()].find(({ standard }) => message && standard.shapes?.roots.has(clarkName(message)));
  if (!found) throw new Error(`${fixture.name}: no standard knows the message element ${message?.name ?? '(none)'}`);
  return found;
}

export type Profile = 'strict' | 'praktijk';

export async function judgeFixture(fixture: Fixture, bench: Bench, profile: Profile = 'strict'): Promise<readonly Finding[]> {
  const exchanges = fixture.messages.map((each, index) => exchangeOf(each, index, bench));
  if (!fixture.isExchange)
    return judgeText(fixture.messages[0]?.request ?? '', bench, { profile, service: fixture.messages[0]?.service });
  const last = exchanges.at(-1);
  const service = bench.standard.services.find((each) => each.id === last?.purpose.service);
  if (!last || !service) throw new Error(`${fixture.name}: say which service in geval.yaml`);
  const { standard, family, book } = bench;
  const tools = { standard, family, reader: createMessageReader(), bases: [], profile, rules: book };
  const on: Case = {
    record: { exchanges, established: new Set(), disproved: new Set() },
    exchange: last,
    service,
    values: {},
    tools,
  };
  const message = fixture.messages.at(-1);
  return [
    ...(await judgeExchangeRules(on)),
    ...judgeText(message?.request ?? '', bench, { profile, service: service.id, side: 'request' }),
    ...(message?.reply ? judgeText(message.reply, bench, { profile, service: service.id, side: 'reply' }) : []),
  ];
}

function judgeText(
  text: string,
  { standard, family, book }: Bench,
  {
    profile,
    service,
    side,
  }: { readonly profile: Profile; readonly service?: string | undefined; readonly side?: 'request' | 'reply' },
): readonly Finding[] {
  const bytes = new TextEncoder().encode(text);
  const { root, problem } = readXml(bytes);
  if (!root) throw new Error(`not well-formed: ${problem?.detail}`);
  const facts = family.read(root);
  const subject = subjectOf(facts, standard, { ...(service && { service }), ...(side && { side }) });
  if (!subject || !facts.message) return [];
  return judgeMessageRules({ book, subject, bytes, message: facts.message, standard, profile, oorzaak: 'product' });
}

function exchangeOf(of: FixtureExchange, index: number, bench: Bench): Exchange {
  const service = of.service ?? serviceOf(of, bench);
  const soapAction = bench.standard.services.find((each) => each.id === service)?.soapAction;
  const made = madeExchange({
    id: String(index + 1).padStart(4, '0'),
    request: of.request,
    status: of.status,
    ...(of.reply !== undefined && { reply: of.reply }),
    purpose: { scenario: `f.${index + 1}`, step: 1, service },
  });
  const headers = (given: Readonly<Record<string, string>>) => [...Object.entries(given)] as (readonly [string, string])[];
  return {
    ...made,
    request: {
      ...made.request,
      headers: [...headers(of.requestHeaders), ...headers(soapAction ? { SOAPAction: `"${soapAction}"` } : {})],
    },
    ...(made.reply && { reply: { ...made.reply, headers: [...headers(of.replyHeaders), ...made.reply.headers] } }),
  };
}

/** The only service that takes this message, when there is just one. */
function serviceOf({ request }: FixtureExchange, bench: Bench): string {
  const { message } = factsOf(request, bench);
  const takes = bench.standard.services.filter((service) => {
    const [prefix = '', name] = service.request.element.split(':');
    return name === message?.name && bench.standard.namespaces[prefix] === message?.namespace;
  });
  return takes.length === 1 ? (takes[0]?.id ?? '') : '';
}

function factsOf(text: string, bench: Bench | undefined): MessageFacts {
  const { root } = readXml(new TextEncoder().encode(text));
  if (!root || !bench) throw new Error('not well-formed');
  return bench.family.read(root);
}
