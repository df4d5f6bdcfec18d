/**
 * What a run waits for when the product sends by itself: which message, from whom, in which order, at which address, and
 * what somebody does to get it.
 */
import type { Tekst } from '../../model/finding.js';
import type { Plan } from '../../model/plan.js';
import type { Scenario, Step } from '../../model/scenario.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { type Language, say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import { triggerFor } from '../trigger.js';

/** A message that is waited for, or a question that is asked of a person. */
export interface Awaited {
  readonly scenario: string;
  readonly step: number;
  readonly kind: 'message' | 'answer';
  /** Service and message element. */
  readonly service: string;
  readonly element: string;
  readonly portType: string;
  /** What somebody does, or is asked. */
  readonly text: Tekst;
}

/** In the order in which it is waited for; values that are known beforehand are filled in. */
export function awaitedIn(plan: Plan, { services }: StandardDefinition): readonly Awaited[] {
  return plan.scenarios
    .filter(({ skipped }) => skipped === undefined)
    .flatMap(({ scenario }) =>
      scenario.steps.flatMap((step) => {
        const service = services.find(({ id }) => id === step.service);
        const about = { service: step.service, element: service?.request.element ?? '', portType: service?.portType ?? '' };
        return textsOf(scenario, step).map((each) => ({ ...each, ...about, text: filled(each.text, plan.constants) }));
      }),
    );
}

/** Where the product has to send: below the address at which we listen each suite has a path of its own. */
export function listeningAddress(
  { listen, tlsCert }: Pick<Settings, 'listen' | 'tlsCert'>,
  suite: string,
  language: Language,
): string {
  const port = listen.port === 0 ? `‹${say(TEXTS.freePort, language)}›` : listen.port;
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
  return `${tlsCert === undefined ? 'http' : 'https'}://${host}:${port}/${suite}`;
}

/**
 * For people; undefined when nothing is waited for.
 * @param path - below the address, where it is not that of the suite
 */
export function awaitedText(
  plan: Plan,
  standard: StandardDefinition,
  settings: Settings,
  path = `/${plan.suite.id}`,
): string | undefined {
  const { language } = settings;
  const awaited = awaitedIn(plan, standard);
  if (awaited.length === 0) return undefined;
  const messages = awaited.filter(({ kind }) => kind === 'message');
  const portTypes = [...new Set(messages.map(({ portType }) => portType))];
  const address = listeningAddress(settings, path.slice(1), language);
  const from = ['organisatie', 'applicatie'].map((part) => plan.constants[`zender.${part}`] ?? '').filter((part) => part !== '');
  const seconds = settings.waitMillis / 1000;
  const parts = [
    ...(messages.length > 0
      ? [`${say(TEXTS.addresses, language)}\n${portTypes.map((each) => `  ${each}: ${address}`).join('\n')}`]
      : []),
    `${say(TEXTS.order, language)}\n${awaited.map((each, index) => rowOf(each, index, settings)).join('\n')}`,
    `${countsOf(awaited, from.join(' '), language)}; ${say(TEXTS.each, language)} ${seconds} s.`,
  ];
  return parts.join('\n\n');
}

function rowOf(of: Awaited, index: number, { language, trigger }: Settings): string {
  const { scenario, step, kind, service, element, text } = of;
  const isMessage = kind === 'message';
  const cause = isMessage ? triggerFor(trigger, { scenario, step, service, values: {} }) : undefined;
  const what = isMessage ? `${service} (${element})` : say(TEXTS.person, language);
  const head = `${String(index + 1).padStart(4)}. ${scenario}/${step}  ${what}`;
  return `${head}\n      ${cause === undefined ? say(text, language) : `trigger: ${cause}`}`;
}

function countsOf(awaited: readonly Awaited[], from: string, language: Language): string {
  const messages = awaited.filter(({ kind }) => kind === 'message').length;
  const answers = awaited.length - messages;
  const said = [
    ...(messages > 0 ? [`${messages} ${say(messages === 1 ? TEXTS.message : TEXTS.messages, language)} (zender ${from})`] : []),
    ...(answers > 0 ? [`${answers} ${say(answers === 1 ? TEXTS.answer : TEXTS.answers, language)}`] : []),
  ];
  return `${say(TEXTS.awaited, language)} ${said.join(', ')}`;
}

function textsOf({ id }: Scenario, { nr, receive, confirm }: Step) {
  const at = { scenario: id, step: nr };
  return [
    ...(receive ? [{ ...at, kind: 'message', text: receive.instruction } as const] : []),
    ...(confirm ? [{ ...at, kind: 'answer', text: confirm.question } as const] : []),
  ];
}

function filled({ nl, en }: Tekst, values: Plan['constants']): Tekst {
  const fill = (text: string) => text.replaceAll(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_, name: string) => values[name] ?? `‹${name}›`);
  return { nl: fill(nl), en: fill(en) };
}

const TEXTS = {
  addresses: {
    nl: 'Adressen om in het product in te stellen; wij antwoorden als de tegenpartij:',
    en: 'Addresses to configure in the product; we answer as the counterpart:',
  },
  freePort: { nl: 'vrije poort', en: 'free port' },
  order: { nl: 'Waarop gewacht wordt, in deze volgorde:', en: 'What is waited for, in this order:' },
  person: { nl: 'antwoord van een persoon', en: 'answer of a person' },
  awaited: { nl: 'Verwacht:', en: 'Expected:' },
  message: { nl: 'bericht van het product', en: 'message of the product' },
  messages: { nl: 'berichten van het product', en: 'messages of the product' },
  answer: { nl: 'antwoord van een persoon', en: 'answer of a person' },
  answers: { nl: 'antwoorden van een persoon', en: 'answers of a person' },
  each: { nl: 'elk hoogstens', en: 'each at most' },
} as const;
