/** Asks Xerces-J for its verdicts. Needs Java and Debian's package libxerces2-java; only the oracle's data needs them. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';

/** Java brings the interfaces that it needs. */
const JAR = join(process.env.XERCES_JARS ?? '/usr/share/java', 'xercesImpl.jar');

export interface Said {
  /** As it names itself. */
  readonly oracle: string;
  /** V, I or M a message: valid, invalid, not well-formed. */
  readonly verdicts: string;
}

/** Why Xerces cannot be asked here, or undefined. */
export function whyNoXerces(): string | undefined {
  if (!existsSync(JAR)) return `${JAR} is not there (Debian: apt-get install libxerces2-java)`;
  const { stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
  return stdout?.includes('jdk.compiler')
    ? undefined
    : 'there is no Java compiler (Debian: apt-get install default-jdk-headless)';
}

/** @param entries - schema documents, as published */
export async function askXerces(entries: readonly string[], messages: Iterable<Uint8Array>): Promise<Said> {
  const source = join(packageRoot, 'test', 'oracle', 'xerces', 'XercesVerdicts.java');
  const java = spawn('java', ['-cp', JAR, source, ...entries], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said: Buffer[] = [];
  java.stdout.on('data', (part: Buffer) => said.push(part));
  const ended = new Promise<number | null>((done, failed) => java.on('error', failed).on('close', done));
  // Whether it reads everything shows from its answer.
  java.stdin.on('error', () => undefined);
  for (const message of messages) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(message.length);
    java.stdin.write(length);
    if (!java.stdin.write(message)) await Promise.race([once(java.stdin, 'drain'), ended]);
  }
  java.stdin.end();
  const status = await ended;
  const [oracle = '', verdicts = ''] = Buffer.concat(said).toString('utf8').split('\n');
  if (status !== 0) throw new Error(`Xerces ended with ${status}`);
  return { oracle, verdicts };
}
