/** `ketentest interop`: every version of a product that asks against every one that answers, from sealed reports. */
import { type Interoperabiliteit, matricesOf } from '../../dossier/interop/matrix.js';
import { renderMatrices } from '../../dossier/interop/matrix-text.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { gather } from './gather.js';

/** @returns 1 when two do not go together, 3 when something is not proven, or there is nothing to lay beside each other */
export async function interopCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json'] as const);
  const trust = options.trust === undefined ? {} : { trust: String(options.trust) };
  const known = await gather(operands, { cwd: shell.cwd, at: shell.clock.now(), ...trust });
  const { vertrouwen, teltNiet } = known;
  const all: Interoperabiliteit = { vertrouwen, matrices: matricesOf(known), teltNiet };
  shell.out(format === 'json' ? JSON.stringify(all) : renderMatrices(all, language));
  const standen = all.matrices.flatMap(({ cellen }) => cellen.map(({ stand }) => stand));
  if (standen.includes('strijdig')) return EXIT.productFault;
  return standen.length > 0 && standen.every((stand) => stand === 'bewezen') ? EXIT.ok : EXIT.notEstablished;
}
