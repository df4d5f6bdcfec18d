/** Tells which actors are real, and what has to be configured in those. */
import { allHops, type Chain } from '../../model/chain.js';
import { say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import type { OpenedChain } from './open-chain.js';

/** What has to be configured in real systems before anything can come. */
export function tellChain(
  { talk }: Shell,
  { language, endpoints }: Settings,
  chain: Chain,
  { watching, urlsOf }: OpenedChain,
): void {
  const rows = allHops(chain).map((hop) => {
    const { from, to } = hop;
    const who = (actor: string) => `${actor} (${say(watching.isReal(actor) ? TEXTS.real : TEXTS.played, language)})`;
    return `  ${who(from)} → ${who(to)}: ${urlsOf(hop).join(' ')}`;
  });
  talk(`${say(TEXTS.hops, language)}\n${rows.join('\n')}\n`);
  if (Object.keys(endpoints).length > 0) talk(`${say(TEXTS.noEndpoint, language)}\n`);
}

const TEXTS = {
  hops: {
    nl: 'Wij staan tussen deze partijen; stel in een echt systeem het adres van zijn hop in:',
    en: 'We stand between these actors; configure in a real system the address of its hop:',
  },
  noEndpoint: {
    nl: 'Let op: "endpoint" telt niet in een keten; met --actors NAAM=URL zegt u welke partij een echt systeem is.',
    en: 'Note: "endpoint" does not count in a chain; --actors NAME=URL says which actor is a real system.',
  },
  real: { nl: 'echt', en: 'real' },
  played: { nl: 'gesimuleerd', en: 'simulated' },
} as const;
