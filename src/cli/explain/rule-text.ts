/** A rule in plain words: what it says, why, where it comes from, how it is checked or why not, and examples. */
import type { Tekst } from '../../model/finding.js';
import type { Applicability, RuleCheck } from '../../model/rule-definition.js';
import { ERNST_WORDS } from '../../report/words.js';
import type { KnownRule } from '../all-rules.js';
import { type Language, say } from '../settings/language.js';
import type { Example, Examples } from './example-lines.js';
import { toleranceReason } from './tolerance-text.js';

/** @param scenarios - those that decide it, where a scenario does */
export function ruleText(
  { rule, standards }: KnownRule,
  examples: Examples,
  language: Language,
  scenarios: readonly string[] = [],
): string {
  const t = (text: Tekst) => say(text, language);
  const documents = Object.assign({}, ...standards.map((each) => each.documents)) as Readonly<
    Record<string, { readonly titel: string; readonly versie?: string }>
  >;
  const sources = rule.bronnen.map(({ document, plaats }) => {
    const known = documents[document];
    const title = known ? [known.titel, known.versie].filter((part) => part).join(', ') : document;
    return `${title}${plaats === undefined ? '' : `, ${plaats}`}`;
  });
  const example = (of: Example | undefined) => of && exampleText(of);
  const blocks: readonly (readonly [Tekst, string | undefined])[] = [
    [TEXTS.why, rule.waarom && t(rule.waarom)],
    [TEXTS.next, rule.advies && t(rule.advies)],
    [TEXTS.bad, example(examples.bad)],
    [TEXTS.good, example(examples.good)],
    [TEXTS.source, sources.join('\n')],
    [
      TEXTS.practice,
      rule.praktijk && `${t(ERNST_WORDS.aandachtspunt)}: ${toleranceReason(rule.praktijk, language)}\n${rule.praktijk.id}`,
    ],
    [TEXTS.binds, bindsText(rule.appliesTo, language)],
    [TEXTS.checked, [checkText(rule, language), ...scenarios].join('\n')],
    [TEXTS.standards, standards.map(({ id }) => id).join(', ')],
  ];
  return [
    `${rule.id}  (${t(ERNST_WORDS[rule.ernst])}, ${t(SCOPES[rule.scope])})`,
    t(rule.melding),
    ...blocks.flatMap(([title, text]) => (text ? [`${t(title)}\n${indented(text)}`] : [])),
  ].join('\n\n');
}

function bindsText({ codes, elements, services, side }: Applicability, language: Language): string {
  const parts = [
    codes && `${say(TEXTS.codes, language)} ${codes.map((code) => codeText(code, language)).join(', ')}`,
    elements && `${say(TEXTS.elements, language)} ${elements.join(', ')}`,
    services && `${say(TEXTS.services, language)} ${services.join(', ')}`,
    side && say(SIDES[side], language),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join('; ') : say(TEXTS.everything, language);
}

/** `Lv*` is a question, to somebody who does not know the codes by heart. */
function codeText(code: string, language: Language): string {
  const kind = CODE_KINDS[code.slice(0, 2)];
  return kind ? `${code} (${say(kind, language)})` : code;
}

function checkText({ id, check }: KnownRule['rule'], language: Language): string {
  switch (check.kind) {
    case 'xpath': {
      const only = check.applies === undefined ? [] : [`${say(TEXTS.where, language)} ${plain(check.applies)}`];
      return [`${say(TEXTS.xpath, language)} ${plain(check.violation)}`, ...only].join('\n');
    }
    case 'code':
      return `${say(TEXTS.code, language)} ${check.name}`;
    case 'elsewhere':
      return [
        say(ELSEWHERE[check.by], language),
        ...(check.told.some((each) => each !== id) ? [`${say(TEXTS.told, language)} ${check.told.join(', ')}`] : []),
      ].join('\n');
    case 'none':
      return `${say(TEXTS.not, language)} ${say(check.why, language)}`;
  }
}

function exampleText({ file, lines }: Example): string {
  const width = String(lines.at(-1)?.number ?? 0).length;
  const shown = lines.map(({ number, text, isMarked }) => `${isMarked ? '>' : ' '} ${String(number).padStart(width)} | ${text}`);
  return [file, ...shown].join('\n');
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

const SCOPES: Readonly<Record<KnownRule['rule']['scope'], Tekst>> = {
  message: { nl: 'over één bericht', en: 'about one message' },
  exchange: { nl: 'over vraag en antwoord', en: 'about request and reply' },
  state: { nl: 'over alles wat eerder is gezegd', en: 'about all that was said before' },
  manual: { nl: 'te beoordelen door een mens', en: 'to be judged by a person' },
};

const CODE_KINDS: Readonly<Record<string, Tekst>> = {
  Lk: { nl: 'kennisgeving', en: 'kennisgeving: a change' },
  Lv: { nl: 'vraag', en: 'question' },
  La: { nl: 'antwoord', en: 'answer' },
  Di: { nl: 'vrij bericht, vraag', en: 'free message, request' },
  Du: { nl: 'vrij bericht, antwoord', en: 'free message, reply' },
  Bv: { nl: 'bevestiging', en: 'confirmation' },
  Fo: { nl: 'foutbericht', en: 'fault message' },
  Sa: { nl: 'synchronisatie', en: 'synchronisation' },
  Sh: { nl: 'synchronisatie met historie', en: 'synchronisation with history' },
};

const SIDES: Readonly<Record<'request' | 'reply', Tekst>> = {
  request: { nl: 'alleen in een vraag', en: 'in a request only' },
  reply: { nl: 'alleen in een antwoord', en: 'in a reply only' },
};

const ELSEWHERE: Readonly<Record<Extract<RuleCheck, { kind: 'elsewhere' }>['by'], Tekst>> = {
  schema: { nl: 'Het schema beslist dit.', en: 'The schema decides this.' },
  reply: { nl: 'De beoordeling van elk antwoord beslist dit.', en: 'The judgement of every reply decides this.' },
  transport: { nl: 'De beoordeling van HTTP en bytes beslist dit.', en: 'The judgement of HTTP and bytes decides this.' },
  scenario: { nl: 'De verwachtingen van een scenario beslissen dit.', en: 'The expectations of a scenario decide this.' },
};

const TEXTS = {
  why: { nl: 'Waarom', en: 'Why' },
  binds: { nl: 'Geldt voor', en: 'Binds' },
  checked: { nl: 'Hoe gecontroleerd', en: 'How it is checked' },
  practice: { nl: 'In het profiel praktijk', en: 'In the profile praktijk' },
  next: { nl: 'Wat te doen', en: 'What to do' },
  source: { nl: 'Bron', en: 'Source' },
  standards: { nl: 'In', en: 'In' },
  bad: { nl: 'Fout voorbeeld', en: 'A bad example' },
  good: { nl: 'Goed voorbeeld', en: 'A good example' },
  codes: { nl: 'berichtcode', en: 'berichtcode' },
  elements: { nl: 'berichtelement', en: 'message element' },
  services: { nl: 'service', en: 'service' },
  everything: { nl: 'elk bericht', en: 'every message' },
  xpath: { nl: 'Met XPath; wat dit oplevert, schendt de regel:', en: 'By XPath; what this selects breaks the rule:' },
  where: { nl: 'Alleen waar:', en: 'Only where:' },
  code: { nl: 'Met een controle in code:', en: 'By a check in code:' },
  told: { nl: 'Gemeld onder:', en: 'Told under:' },
  not: { nl: 'Niet gecontroleerd:', en: 'Not checked:' },
} as const satisfies Record<string, Tekst>;
