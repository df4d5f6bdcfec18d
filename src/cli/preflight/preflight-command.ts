/** `ketentest preflight`: is everything ready for a run? Each item that is not says what mends it. Nothing counts yet. */
import { castOf } from '../chain/cast.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { constantStates } from '../run/constants-gate.js';
import { addressesOf } from '../settings/endpoints.js';
import { type Language, say } from '../settings/language.js';
import { probeOptions } from '../settings/probe-options.js';
import { readSettings } from '../settings/settings.js';
import { noSuiteNamed, openSuite, splitOperand } from '../suite-loading.js';
import { checkEndpoint } from './preflight-checks.js';
import type { Item } from './preflight-reach.js';
import { listenItems, tlsFileItems } from './preflight-tls.js';

export async function preflightCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const settings = await readSettings(shell, options);
  const operand = operands[0] ?? settings.suites[0];
  if (operand === undefined) throw noSuiteNamed();
  const loaded = await openSuite(splitOperand(operand).suite);
  const { suite, standard } = loaded;
  // In a chain only the systems that are real have to be there.
  const { endpoints, isAllOurs, passOn } = castOf(loaded, settings);
  const tell = (item: Item) => shell.out(itemText(item, settings.language));

  const items: Item[] = (isAllOurs ? [] : constantStates(suite, settings)).map(
    ({ variable: { name, description }, state, value }) => ({
      what: { nl: `constante ${name} = ${value}`, en: `constant ${name} = ${value}` },
      holds: state !== 'open',
      ...(state === 'open' && {
        mend: {
          nl: `zet ${name} met --set, of --accept-defaults: ${description ?? ''}`,
          en: `set ${name} with --set, or --accept-defaults: ${description ?? ''}`,
        },
      }),
    }),
  );
  items.forEach(tell);
  const ours = [...tlsFileItems(shell.cwd, settings, shell.clock.now()), ...(await listenItems(settings))];
  items.push(...ours);
  ours.forEach(tell);
  // A suite in which only the product sends needs no address of it.
  const sends = suite.scenarios.some(({ steps }) => steps.some(({ send }) => send !== undefined));
  const needed = sends && !ours.some(({ isUnusable }) => isUnusable) ? standard.services : [];
  const addresses =
    endpoints?.map((endpoint) => [endpoint, passOn.has(endpoint) ? [] : needed] as const) ??
    addressesOf(settings, needed, standard.services);
  for (const [endpoint, services] of addresses) {
    for await (const item of checkEndpoint(endpoint, services, probeOptions(shell, settings))) {
      items.push(item);
      tell(item);
    }
  }
  const failing = items.filter(({ holds, isAdvice }) => !holds && isAdvice !== true);
  shell.out(say(failing.length === 0 ? TEXTS.ready : TEXTS.notReady, settings.language).replace('{n}', String(failing.length)));
  return failing.length === 0 ? EXIT.ok : EXIT.ours;
}

function itemText({ what, holds, isAdvice, mend }: Item, language: Language): string {
  const sign = holds ? '✔' : isAdvice ? '!' : '✘';
  return `${sign} ${say(what, language)}${mend ? `\n  → ${say(mend, language)}` : ''}`;
}

const TEXTS = {
  ready: { nl: 'Alles staat klaar voor een run.', en: 'Everything is ready for a run.' },
  notReady: { nl: 'Nog niet klaar: {n} punt(en) hierboven.', en: 'Not ready yet: {n} item(s) above.' },
} as const;
