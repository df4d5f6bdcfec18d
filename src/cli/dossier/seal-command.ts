/**
 * `ketentest dossier seal`: signs for one of the parties, the testverslag of a round or the dossier as it is. Each party signs by
 * itself, with a key of its own, over the same bytes; it may do so in a copy elsewhere.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { textDigest } from '../../dossier/acceptance/history.js';
import { type Hand, signDossier, signedFor, signTestverslag, testverslagText } from '../../dossier/acceptance/signature.js';
import type { Stand, TestverslagRef } from '../../dossier/acceptance/state.js';
import { SIDE_WORDS, SIDES } from '../../dossier/acceptance/words.js';
import { HarnessError } from '../../model/harness-error.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { keyIdOf } from '../../report/seal/seal-key.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { sealingKeyFrom } from '../seal/sealing-key.js';
import { say } from '../settings/language.js';
import { appendChange } from './dossier-append.js';
import { type DossierCall, dossierCall, number, usage, word } from './dossier-call.js';
import { SIGNATURES, signaturesOf, TESTVERSLAGEN } from './dossier-files.js';
import { bytesIn, INDEX, type OpenedDossier, openDossier } from './dossier-folder.js';
import { told, writeFirst } from './dossier-write.js';

/** @throws {HarnessError} `USAGE`, `CONFIG_INVALID` for the key, `DOSSIER_INVALID`, `OUTPUT_FAILED` when this party signed already */
export async function dossierSealCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language, who, options } = call;
  const partij = word(call, 'party', SIDES);
  if (partij === undefined)
    throw usage(
      'zeg voor wie u tekent: --party opdrachtgever of leverancier',
      'say for whom you sign: --party opdrachtgever or leverancier',
    );
  const key = sealingKeyFrom(shell, options);
  const hand: Hand = { key, partij, naam: who, at: new Date(shell.clock.now()).toISOString() };
  const ronde = number(call, 'testverslag');
  const [what, digest] = ronde === undefined ? await signWhole(call, hand) : await signRound(call, hand, ronde);
  shell.out(`${say(TEXTS.signed, language)} ${what} (${say(SIDE_WORDS[partij], language)}, ${who})`);
  shell.out(`${say(TEXTS.over, language)} sha256 ${digest}`);
  shell.out(`${say(TEXTS.key, language)} ${keyIdOf(key.publicKey)}`);
  if (ronde !== undefined) {
    const now = openDossier(shell.cwd, shown);
    const sides = signedFor(now.stand, signaturesOf(now, call.trust), ronde);
    const missing = SIDES.filter((side) => !sides.includes(side));
    shell.out(
      missing.length === 0
        ? say(TEXTS.both, language)
        : `${say(TEXTS.missing, language)} ${missing.map((side) => say(SIDE_WORDS[side], language)).join(', ')}`,
    );
  }
  return EXIT.ok;
}

async function signWhole({ shell, shown }: DossierCall, hand: Hand): Promise<readonly [string, string]> {
  const dossier = openDossier(shell.cwd, shown);
  refuseBroken(dossier);
  const { wijzigingen, path } = dossier;
  const name = `dossier-${wijzigingen.length}.${hand.partij}.sigstore.json`;
  put(path, shown, name, await signDossier(wijzigingen, hand));
  return [`${SIGNATURES}/${name}`, textDigest(bytesIn(join(path, INDEX)) ?? Buffer.of())];
}

/** The testverslag is laid down when the first party signs it; the second one signs the same. */
async function signRound(call: DossierCall, hand: Hand, ronde: number): Promise<readonly [string, string]> {
  const { shell, shown } = call;
  const dossier = openDossier(shell.cwd, shown);
  refuseBroken(dossier);
  if (!dossier.stand.rondes.some(({ nr }) => nr === ronde))
    throw usage(`er is geen ronde ${ronde}`, `there is no round ${ronde}`);
  const last = dossier.stand.testverslagen.findLast((each) => each.ronde === ronde);
  const ref = last && call.options.new !== true ? last : layDown(call, dossier, ronde);
  const name = ref.bestand.split('/').at(-1) ?? '';
  const content = bytesIn(join(dossier.path, ref.bestand))?.toString('utf8');
  if (content === undefined || textDigest(content) !== ref.digest) throw otherText(ref.bestand);
  put(dossier.path, shown, name.replace(/\.json$/, `.${hand.partij}.sigstore.json`), await signTestverslag(content, name, hand));
  return [ref.bestand, ref.digest];
}

function layDown({ shell, shown, who, at }: DossierCall, { path }: OpenedDossier, ronde: number): TestverslagRef {
  let made: TestverslagRef | undefined;
  appendChange(shell, shown, who, (stand, changes) => {
    const bestand = freeName(stand, path, ronde);
    const content = testverslagText(stand, ronde, changes);
    told(shown, () => mkdirSync(join(path, TESTVERSLAGEN), { recursive: true }));
    told(shown, () => writeFirst(join(path, bestand), content));
    made = { ronde, bestand, digest: textDigest(bytesIn(join(path, bestand)) ?? Buffer.of()), op: at };
    return { soort: 'testverslag', testverslag: made };
  });
  if (!made) throw new HarnessError('INTERNAL', canonicalJson({ ronde }));
  return made;
}

/** One that nobody has, also when somebody was stopped before the change was written. */
function freeName({ testverslagen }: Stand, path: string, ronde: number): string {
  for (let nth = 1; ; nth++) {
    const bestand = `${TESTVERSLAGEN}/testverslag-${ronde}${nth === 1 ? '' : `-${nth}`}.json`;
    if (!testverslagen.some((each) => each.bestand === bestand) && !existsSync(join(path, bestand))) return bestand;
  }
}

function put(path: string, shown: string, name: string, bundle: string): void {
  told(shown, () => mkdirSync(join(path, SIGNATURES), { recursive: true }));
  if (told(shown, () => writeFirst(join(path, SIGNATURES, name), bundle))) return;
  const file = join(shown, SIGNATURES, name);
  throw new HarnessError(
    'OUTPUT_FAILED',
    { nl: `deze partij tekende dit al: ${file}`, en: `this party signed this already: ${file}` },
    { place: { file }, hint: TEXTS.again },
  );
}

function refuseBroken({ breuken, shown }: OpenedDossier): void {
  if (breuken.length === 0) return;
  const list = breuken.map(({ code, nr }) => [code, nr].filter((each) => each !== undefined).join(' ')).join(', ');
  throw new HarnessError(
    'DOSSIER_INVALID',
    {
      nl: `${shown} is niet zoals het geschreven werd (${list}), en wordt niet ondertekend`,
      en: `${shown} is not as it was written (${list}), and is not signed`,
    },
    {
      place: { file: shown },
      hint: { nl: `Zie "ketentest dossier verify ${shown}".`, en: `See "ketentest dossier verify ${shown}".` },
    },
  );
}

function otherText(file: string): HarnessError {
  return new HarnessError(
    'DOSSIER_INVALID',
    { nl: `${file} is niet het testverslag dat werd vastgelegd`, en: `${file} is not the testverslag that was laid down` },
    { place: { file }, hint: TEXTS.again },
  );
}

const TEXTS = {
  signed: { nl: 'Ondertekend:', en: 'Signed:' },
  over: { nl: 'Over:', en: 'Over:' },
  key: { nl: 'Sleutel-id (sha256):', en: 'Key id (sha256):' },
  both: { nl: 'Beide partijen tekenden dit testverslag.', en: 'Both parties signed this testverslag.' },
  missing: { nl: 'Nog te tekenen door:', en: 'Still to be signed by:' },
  again: {
    nl: 'Is er sindsdien iets veranderd: --new legt een nieuw testverslag vast, dat beide partijen moeten tekenen.',
    en: 'When something changed since: --new lays down a new testverslag, that both parties have to sign.',
  },
} as const;
