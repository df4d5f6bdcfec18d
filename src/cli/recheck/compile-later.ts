/** What a process that computes reports again asks of the engine. */
import { setFlagsFromString } from 'node:v8';

/**
 * The engine compiles for speed what ran a while, and a while is short for code that is large: much of the time of one report
 * goes to compiling what is then hardly used, and to compiling it again once it was seen with other messages. Waiting fifteen
 * times as long took a quarter of the processor time of one report away, and a fifth of that of sixty on one thread. Counts
 * for threads that start later too, so this is called first.
 */
export function compileLater(): void {
  setFlagsFromString('--interrupt-budget=1000000');
}
