/** `ketentest simulate <standard>/chains/<id>/<actor>`: an actor that passes on, as a process of its own. */
import { allHops, type Hop } from '../../model/chain.js';
import { HarnessError } from '../../model/harness-error.js';
import { freshSeed, seededChance } from '../chance.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { address, httpUrl, one } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { stopped } from '../stopped.js';
import { openSuite } from '../suite-loading.js';
import { playBus } from './play-bus.js';

/** Whether an operand names an actor of a chain. */
export function namesActor(operand: string): boolean {
  return /^[^/]+\/chains\/[^/]+\/[^/]+$/.test(operand);
}

/** @throws {HarnessError} `USAGE` for an actor that does not pass on, or without an address to pass on to */
export async function simulateActor({ shell, operands, options }: Call): Promise<ExitCode> {
  const operand = operands[0] ?? '';
  const cut = operand.lastIndexOf('/');
  const { suite, standard } = await openSuite(operand.slice(0, cut));
  const id = operand.slice(cut + 1);
  const actor = suite.chain?.actors.find((each) => each.id === id);
  if (actor?.plays !== 'tussenstation')
    throw notPassing(id, suite.chain?.actors.filter(({ plays }) => plays === 'tussenstation') ?? []);
  if (options.to === undefined) throw nowhere(id);
  const behind = suite.chain ? allHops(suite.chain).filter(({ from }) => from === id) : [];
  if (behind.length > 1) throw several(id, behind);
  const given = (name: string) => ({ name, texts: [String(options[name])] });
  const { lang, tlsCert, tlsKey, clientCa, ca, cert, certKey, timeout } = options;
  const settings = settingsOnLine(shell, { lang, tlsCert, tlsKey, clientCa, ca, cert, certKey, timeout });
  await using bus = await playBus({
    ...{ shell, settings, standard, clock: shell.clock, patience: actor.patience },
    token: seededChance(String(freshSeed())).hex(8),
    target: httpUrl(given('to'), one(given('to'))),
    listen: options.listen === undefined ? { host: '127.0.0.1', port: 0 } : address(given('listen')),
    announce: packageFacts().version,
  });
  shell.out(JSON.stringify({ listening: bus.url }));
  await stopped(shell);
  return EXIT.ok;
}

function notPassing(id: string, actors: readonly { readonly id: string }[]): HarnessError {
  const known = actors.map((each) => each.id).join(', ') || '–';
  return new HarnessError(
    'USAGE',
    { nl: `"${id}" is geen partij die doorgeeft`, en: `"${id}" is no actor that passes on` },
    {
      hint: {
        nl: `Partijen die doorgeven: ${known}. Wie antwoordt, speelt u met "ketentest simulate <standaard>/<rol>".`,
        en: `Actors that pass on: ${known}. Who answers is played with "ketentest simulate <standard>/<role>".`,
      },
    },
  );
}

function several(id: string, behind: readonly Hop[]): HarnessError {
  const hops = behind.map((hop) => hop.id).join(', ');
  return new HarnessError(
    'USAGE',
    { nl: `"${id}" geeft door aan meer dan één partij: ${hops}`, en: `"${id}" passes on to more than one actor: ${hops}` },
    {
      hint: {
        nl: 'Zo speelt alleen een run van de keten zelf haar; laat haar daar weg uit actors.',
        en: 'Only a run of the chain itself plays it so; leave it out of actors there.',
      },
    },
  );
}

function nowhere(id: string): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl: `"${id}" weet niet waarheen`, en: `"${id}" does not know where to` },
    {
      hint: {
        nl: 'Noem met --to URL het adres van zijn volgende hop; een run van de keten noemt die.',
        en: 'Name the address of its next hop with --to URL; a run of the chain tells it.',
      },
    },
  );
}
