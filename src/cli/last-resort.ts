/**
 * What nobody caught is a fault of ours and exits as one. Left to Node it would exit with 1, and to a script that means
 * faults of the product.
 */
import { EXIT } from './exit-code.js';
import { languageOf } from './settings/language.js';
import type { Shell } from './shell.js';
import { errorText } from './tell-error.js';

/** @param args - without node and the script */
export function catchOwnFaults(args: readonly string[], { env, talk }: Pick<Shell, 'env' | 'talk'>): void {
  // Until something else is known; also for work that stops without an end.
  process.exitCode = EXIT.ours;
  process.on('uncaughtException', (error) => {
    talk(`${errorText(error, args.includes('--debug'), languageOf(args, env))}\n`);
    process.exit(EXIT.ours);
  });
}
