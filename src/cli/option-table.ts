/**
 * Every option of a run: its name on the command line and in ketentest.yaml, and what it says in both languages.
 */
import type { Tekst } from '../model/finding.js';

export interface OptionEntry {
  /** The same on the command line and in ketentest.yaml. */
  readonly name: string;
  /** What stands behind it on the command line; absent for a switch. */
  readonly argument?: string;
  /** `list` and `map` may be given more than once. */
  readonly many?: 'list' | 'map';
  readonly text: Tekst;
  /** False for what makes no sense in a file. */
  readonly inFile?: false;
}

export const RUN_OPTIONS: readonly OptionEntry[] = [
  option(
    'config',
    'FILE',
    'instellingen (standaard ketentest.yaml, als dat er is)',
    'settings (default ketentest.yaml, when present)',
    { inFile: false },
  ),
  option(
    'endpoint',
    'URL',
    'adres van het product (of env:NAAM, file:PAD); voor één portType: portType=URL',
    'address of the product (or env:NAME, file:PATH); for one portType: portType=URL',
    { many: 'map' },
  ),
  option(
    'actors',
    'NAME=URL',
    'in een keten: deze partij is een echt systeem op dit adres; "echt" voor een partij die zelf het woord neemt',
    'in a chain: this actor is a real system at this address; "real" for an actor that speaks first by itself',
    { many: 'map' },
  ),
  option('product', 'NAME', 'naam van het pakket', 'name of the product'),
  option('product-version', 'V', 'versie van het pakket', 'version of the product'),
  option('vendor', 'NAME', 'leverancier', 'vendor'),
  option('organisation', 'NAME', 'wie de test uitvoert (standaard de leverancier)', 'who runs the test (default the vendor)'),
  option('environment', 'WORD', 'ontwikkel, test of acceptatie (standaard test)', 'ontwikkel, test or acceptatie (default test)'),
  option('set', 'NAME=VALUE', 'waarde van een constante', 'value of a constant', { many: 'map' }),
  flag('accept-defaults', 'neem de constanten die moeten bestaan zoals ze zijn', 'take the constants that must exist as given'),
  option('only', 'PATTERN', 'alleen deze scenario’s (* en **)', 'these scenarios only (* and **)', { many: 'list' }),
  option('without', 'PATTERN', 'zonder deze scenario’s (alleen optionele)', 'without these scenarios (optional ones only)', {
    many: 'list',
  }),
  option(
    'mode',
    'WORD',
    'voorwaardelijk (stop bij de eerste fout) of onvoorwaardelijk (standaard)',
    'voorwaardelijk (stop at the failing step) or onvoorwaardelijk (default)',
  ),
  option('profile', 'WORD', 'strict (standaard) of praktijk', 'strict (default) or praktijk'),
  option(
    'seed',
    'N',
    'zaad voor wat willekeurig is (standaard willekeurig, staat in het rapport)',
    'seed for what is random (default random, in the report)',
  ),
  option('clock', 'ISO', 'tijd waarop de run begint te tellen', 'time at which the run starts to count'),
  option('timeout', 'DURATION', 'hoe lang een stap mag duren (standaard 30s)', 'how long a step may take (default 30s)'),
  option(
    'poll',
    'DURATION',
    'hoe lang opnieuw gevraagd wordt of iets is opgeslagen (standaard 10s)',
    'how long we keep asking whether something was stored (default 10s)',
  ),
  option(
    'listen',
    'HOST:PORT',
    'waar we luisteren als het product stuurt (standaard 127.0.0.1:0)',
    'where we listen when the product sends (default 127.0.0.1:0)',
  ),
  option(
    'wait',
    'DURATION',
    'hoe lang we op elk bericht van het product wachten (standaard 10m)',
    'how long we wait for each message of the product (default 10m)',
  ),
  option(
    'trigger',
    'STEP=WHAT',
    'laat het product sturen: stap, scenario, dienst of * = URL of "exec opdracht"',
    'makes the product send: step, scenario, service or * = URL or "exec command"',
    { many: 'map' },
  ),
  option(
    'answers',
    'FILE',
    'antwoorden op vragen aan een persoon (YAML of JSON), voor een run zonder mensen',
    'answers to questions to a person (YAML or JSON), for a run without people',
  ),
  option(
    'known-deviations',
    'FILE',
    'fouten die al bekend zijn, met reden en laatste dag (YAML); ze blijven fouten',
    'faults that are known already, with reason and last day (YAML); they stay faults',
  ),
  option('max-body', 'SIZE', 'grootste antwoord (standaard 256MB)', 'largest reply (default 256MB)'),
  option(
    'header',
    'NAME=VALUE',
    'extra HTTP-kop; de waarde mag env:NAAM of file:PAD zijn',
    'extra HTTP header; the value may be env:NAME or file:PATH',
    { many: 'map' },
  ),
  option(
    'basic',
    'WHERE',
    'waar gebruiker:wachtwoord staat: env:NAAM of file:PAD',
    'where user:password is: env:NAME or file:PATH',
  ),
  option('proxy', 'URL', 'HTTP-proxy', 'HTTP proxy'),
  option('ca', 'FILE', 'certificaten die we vertrouwen (PEM)', 'certificates that we trust (PEM)'),
  option('cert', 'FILE', 'ons clientcertificaat (PEM)', 'our client certificate (PEM)'),
  option('cert-key', 'FILE', 'de sleutel daarvan (PEM)', 'its key (PEM)'),
  option('tls-cert', 'FILE', 'luister met TLS en dit certificaat (PEM)', 'listen with TLS and this certificate (PEM)'),
  option('tls-key', 'FILE', 'de sleutel daarvan (PEM)', 'its key (PEM)'),
  option(
    'client-ca',
    'FILE',
    'laat alleen clients toe met een certificaat hiervan (PEM)',
    'let only clients in that have a certificate of these (PEM)',
  ),
  option(
    'schemas',
    'DIR',
    'officiële schema’s (standaard $KETENTEST_STANDARDS of wat geïnstalleerd is)',
    'official schemas (default $KETENTEST_STANDARDS or what is installed)',
  ),
  option('out', 'DIR', 'map voor het rapport (standaard reports/<nummer>)', 'folder for the report (default reports/<number>)', {
    inFile: false,
  }),
  option('continue', 'DIR', 'ga verder met de afgebroken run in deze map', 'go on with the run in this folder that was cut off', {
    inFile: false,
  }),
  option('ticket', 'FILE', 'ticket waarop de run gedaan wordt', 'ticket on which the run is made'),
  option('key', 'FILE', 'verzegel het rapport met deze sleutel (PEM)', 'seal the report with this key (PEM)'),
  option(
    'key-passphrase',
    'WHERE',
    'waar het wachtwoord van die sleutel staat: env:NAAM of file:PAD',
    'where the passphrase of that key is: env:NAME or file:PATH',
  ),
  option('format', 'WORD', 'wat op stdout komt: text, json of github', 'what stdout gets: text, json or github'),
  option('lang', 'WORD', 'nl of en', 'nl or en'),
  flag('fsync', 'schrijf elk bericht door naar de schijf', 'write every message through to the disk'),
  flag('dry-run', 'doe alles behalve versturen', 'do everything but send', { inFile: false }),
];

/** Names that a file may use, `suites` and `runs` beside the options. */
export const FILE_KEYS: readonly string[] = [
  'suites',
  'runs',
  ...RUN_OPTIONS.filter((each) => each.inFile !== false).map((each) => each.name),
];

/** What runs that are made together have in common: where they listen, and how they tell. */
const IN_COMMON = ['runs', 'listen', 'tls-cert', 'tls-key', 'client-ca', 'format', 'lang'];

/** Names that one of several runs in a file may use. */
export const RUN_KEYS: readonly string[] = FILE_KEYS.filter((name) => !IN_COMMON.includes(name));

export function optionEntry(name: string): OptionEntry | undefined {
  return RUN_OPTIONS.find((each) => each.name === name);
}

/** Flags as commander reads them. */
export function flagsOf(entry: OptionEntry): string {
  return entry.argument === undefined ? `--${entry.name}` : `--${entry.name} <${entry.argument}>`;
}

function option(name: string, argument: string, nl: string, en: string, more: Partial<OptionEntry> = {}): OptionEntry {
  return { name, argument, text: { nl, en }, ...more };
}

function flag(name: string, nl: string, en: string, more: Partial<OptionEntry> = {}): OptionEntry {
  return { name, text: { nl, en }, ...more };
}

/** Options of a run that another command takes too, by name. */
export function pick(...names: readonly string[]): readonly OptionEntry[] {
  return names.map((name) => optionEntry(name)).filter((each) => each !== undefined);
}

/** A list for another program. */
export const AS_JSON: OptionEntry = { name: 'json', text: { nl: 'als JSON', en: 'as JSON' } };
