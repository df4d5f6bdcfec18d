/** What the harness did wrong on purpose with a message that passed a hop, in words. */
import { type DisturbanceKind, turnedAway } from '../../model/disturbance.js';
import type { Tekst } from '../../model/finding.js';
import type { ManifestExchange, Side } from '../manifest.js';

/** @returns undefined when this message was left alone */
export function disturbedText({ verstoord }: ManifestExchange, side: Side): Tekst | undefined {
  if (verstoord?.side !== side) return undefined;
  // A package of a later version may know others.
  const { nl, en } = Object.hasOwn(WORDS, verstoord.how) ? WORDS[verstoord.how] : { nl: verstoord.how, en: verstoord.how };
  const unsaid = turnedAway({ disturbed: verstoord }) ? { nl: '; niets gezegd', en: '; nothing said' } : { nl: '', en: '' };
  return { nl: `door ons: ${nl}${unsaid.nl}`, en: `by us: ${en}${unsaid.en}` };
}

/** Whether anything was done wrong on purpose with the message of a step, `<scenario>/<nr>`, or with its answer. */
export function isDisturbed(path: string, exchanges: readonly ManifestExchange[]): boolean {
  const answered = path.replace(/\d+$/, (nr) => String(Number(nr) - 1));
  return exchanges.some(({ scenario, stap, verstoord }) => verstoord && [path, answered].includes(`${scenario}/${stap}`));
}

/** Who connected said nothing, because of the certificate that we showed; undefined when something was said. */
export function turnedAwayText({ verstoord, tls }: ManifestExchange): Tekst | undefined {
  if (!verstoord || !turnedAway({ disturbed: verstoord })) return undefined;
  const { subject = '?', issuers: [issuer] = [], validTo = '' } = tls?.own ?? {};
  const until = validTo.slice(0, 10);
  return {
    nl: `Er werd niets gezegd: wie verbinding maakte, brak af toen hij het certificaat zag dat wij met opzet toonden (van ${subject}; uitgever ${issuer ?? '?'}; geldig tot ${until}).`,
    en: `Nothing was said: whoever connected left when it saw the certificate that we showed on purpose (of ${subject}; issuer ${issuer ?? '?'}; valid until ${until}).`,
  };
}

const WORDS: Readonly<Record<DisturbanceKind, Tekst>> = {
  lost: { nl: 'kwijtgemaakt', en: 'lost' },
  late: { nl: 'opgehouden', en: 'held up' },
  twice: { nl: 'nog eens gegeven', en: 'given once more' },
  reset: { nl: 'verbinding verbroken', en: 'connection broken' },
  truncated: { nl: 'afgekapt', en: 'truncated' },
  'http-502': { nl: 'foutpagina gegeven (502)', en: 'error page given (502)' },
  'soap-fault': { nl: 'soapfout gegeven', en: 'SOAP fault given' },
  'expired-certificate': { nl: 'verlopen certificaat', en: 'expired certificate' },
  'foreign-certificate': { nl: 'certificaat van onbekende CA', en: 'certificate of unknown CA' },
  'misnamed-certificate': { nl: 'certificaat van ander adres', en: 'certificate of other address' },
};
