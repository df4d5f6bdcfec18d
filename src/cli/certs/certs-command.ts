/** `ketentest certs create`: a test authority with a server and a client certificate, and what to do with them. */
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { writeNewFiles } from '../new-files.js';
import { languageOf, say } from '../settings/language.js';
import { type Given, one, refuse } from '../settings/option-values.js';
import { makeCertificateSet, SET_FILES } from './certificate-set.js';
import { isUsableName } from './general-name.js';

const DAY_MILLIS = 86_400_000;
/** Clocks differ a little; a certificate that is not valid yet helps nobody. */
const HEAD_START_MILLIS = 3_600_000;
/** Of nobody: a number for tests. */
const TEST_OIN = '00000099000000001000';

/** @throws {HarnessError} `USAGE` or `CONFIG_INVALID` for what was asked, `OUTPUT_FAILED` when a file is there already */
export async function certsCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  if (operands[0] !== 'create')
    throw usage(`er is geen "certs ${operands[0] ?? ''}"`, `there is no "certs ${operands[0] ?? ''}"`);
  const given = (name: string): Given | undefined =>
    options[name] === undefined ? undefined : { name, texts: [options[name]].flat().map(String) };
  const out = given('out');
  if (out === undefined) throw usage('certs create heeft --out DIR nodig', 'certs create needs --out DIR');
  const shown = one(out);
  const now = shell.clock.now();
  const set = makeCertificateSet({
    oin: oinOf(given('oin')),
    names: namesOf(given('name')),
    validFrom: new Date(now - HEAD_START_MILLIS),
    validTo: new Date(now + daysOf(given('days')) * DAY_MILLIS),
  });
  await writeNewFiles(resolve(shell.cwd, shown), shown, set);
  const language = languageOf(options.lang === undefined ? [] : ['--lang', String(options.lang)], shell.env);
  shell.out(
    say(
      nextSteps((name) => quoted(join(shown, name))),
      language,
    ),
  );
  return EXIT.ok;
}

function oinOf(given: Given | undefined): string {
  const text = given === undefined ? TEST_OIN : one(given);
  if (given !== undefined && !/^\d{20}$/.test(text))
    throw refuse(given, { nl: 'een OIN van 20 cijfers', en: 'an OIN of 20 digits' });
  return text;
}

function namesOf(given: Given | undefined): readonly string[] {
  const unusable = given?.texts.find((name) => !isUsableName(name));
  if (given !== undefined && unusable !== undefined)
    throw refuse(
      { ...given, texts: [unusable] },
      {
        nl: 'een hostnaam of een adres, zonder https:// en poort',
        en: 'a host name or an address, without scheme and port',
      },
    );
  return given?.texts ?? [];
}

function daysOf(given: Given | undefined): number {
  const text = given === undefined ? '365' : one(given);
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (given !== undefined && days === 0)
    throw refuse(given, { nl: 'een aantal dagen van 1 tot 9999', en: 'a number of days from 1 to 9999' });
  return days;
}

function usage(nl: string, en: string): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl, en },
    { hint: { nl: 'Gebruik "certs create --out MAP".', en: 'Use "certs create --out DIR".' } },
  );
}

function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`;
}

function nextSteps(file: (name: string) => string) {
  const { ca, caKey, server, serverKey, client, clientKey } = SET_FILES;
  const simulate = `  ketentest simulate <suite> --tls-cert ${file(server)} --tls-key ${file(serverKey)} --client-ca ${file(ca)}`;
  const run = `  ketentest run <suite> --endpoint https://… --ca ${file(ca)} --cert ${file(client)} --cert-key ${file(clientKey)}`;
  const files = [ca, server, client, caKey, serverKey, clientKey].map(file);
  return {
    nl: `Gemaakt, alleen voor tests:
  ${files[0]}  de test-CA: laat het product deze vertrouwen
  ${files[1]}  certificaat van wie luistert
  ${files[2]}  certificaat van wie belt
De sleutels (${files.slice(3).join(', ')}) zijn geheim: zet ze niet in versiebeheer.

Luisteren met TLS aan beide kanten:
${simulate}

Een product testen met TLS aan beide kanten:
${run}`,
    en: `Made, for tests only:
  ${files[0]}  the test CA: let the product trust it
  ${files[1]}  certificate of who listens
  ${files[2]}  certificate of who calls
The keys (${files.slice(3).join(', ')}) are secret: keep them out of version control.

To listen with two-way TLS:
${simulate}

To test a product with two-way TLS:
${run}`,
  };
}
