/** Our own error codes in plain words: what it is, and what to do. */
import type { Tekst } from '../../model/finding.js';
import type { ErrorCode } from '../../model/harness-error.js';

export const ERROR_TEXTS: Readonly<Record<ErrorCode, Tekst>> = {
  USAGE: t(
    'De opdrachtregel klopt niet. Zie "ketentest --help" of de hulp van de opdracht zelf.',
    'The command line is wrong. See "ketentest --help" or the help of the command itself.',
  ),
  CONFIG_INVALID: t(
    'Een instelling klopt niet. De melding noemt bestand, regel en kolom, of de optie, en wat er verwacht werd.',
    'A setting is wrong. The message names file, line and column, or the option, and what was expected.',
  ),
  CONSTANT_UNSET: t(
    'Het product moet bepaalde gegevens vooraf kennen. Zet elke waarde met --set, of neem ze met --accept-defaults; anders lijkt een gat in de inrichting een fout van het product.',
    'The product must hold certain data beforehand. Set each value with --set, or take them with --accept-defaults; otherwise a gap in the set-up looks like a fault of the product.',
  ),
  SUITE_INVALID: t(
    'Een bestand van een testset klopt niet. De melding noemt de plaats.',
    'A file of a test set is wrong. The message names the place.',
  ),
  SUITE_UNKNOWN: t(
    'Deze testset is er niet. "ketentest list" noemt welke er zijn.',
    'There is no such test set. "ketentest list" tells which there are.',
  ),
  PATTERN_UNMATCHED: t(
    'Een patroon bij --only of --without past op geen enkel scenario. * is alles binnen een naam, ** alles.',
    'A pattern of --only or --without matches no scenario. * is anything within a name, ** anything.',
  ),
  OPERATION_UNKNOWN: t(
    'Een scenario noemt een dienst die de standaard niet heeft.',
    'A scenario names a service that the standard does not have.',
  ),
  TEMPLATE_INVALID: t('Een berichtsjabloon is niet te lezen.', 'A message template cannot be read.'),
  VARIABLE_UNKNOWN: t(
    'Een naam is geen variabele van deze testset. "ketentest plan" toont ze alle.',
    'A name is no variable of this test set. "ketentest plan" shows all of them.',
  ),
  VARIABLE_UNSET: t(
    'Een bericht heeft een waarde nodig die niemand gaf. Een gat wordt nooit als tekst verstuurd.',
    'A message needs a value that nobody gave. A gap is never sent as text.',
  ),
  EXPECTATION_UNKNOWN: t(
    'Een scenario noemt een soort verwachting die niet bestaat.',
    'A scenario names a kind of expectation that does not exist.',
  ),
  PATH_UNKNOWN: t(
    'Er kwam een bericht binnen op een pad waarop geen testset wacht. Delen testsets een adres, dan heeft elk een eigen pad. Het bericht telt niet mee; de afzender kreeg status 404.',
    'A message came in at a path where no suite waits. Suites that share an address have a path each. The message does not count; its sender got status 404.',
  ),
  PATH_INVALID: t(
    'Een pad in een bericht is niet te lezen. Schrijf prefix:naam/prefix:naam.',
    'A path in a message cannot be read. Write prefix:name/prefix:name.',
  ),
  SHAPE_INVALID: t('Een ingebouwd compact schema klopt niet.', 'A built-in compact schema is wrong.'),
  SCHEMA_INVALID: t('Een schema is niet te compileren.', 'A schema cannot be compiled.'),
  SCHEMA_MISSING: t(
    'Een schema dat genoemd wordt is er niet. "ketentest standards list" toont wat geïnstalleerd is.',
    'A schema that is named is not there. "ketentest standards list" shows what is installed.',
  ),
  STANDARDS_INVALID: t(
    'Een set officiële schema’s is niet te installeren of te lezen.',
    'A set of official schemas cannot be installed or read.',
  ),
  MESSAGE_MALFORMED: t('Een bericht is geen leesbare XML.', 'A message is no readable XML.'),
  MODEL_INVALID: t('Een architectuurmodel (AMEFF) is niet te lezen.', 'An architecture model (AMEFF) cannot be read.'),
  PLAN_UNCONFIRMED: t(
    'Een ketenplan dat uit een model is voorgesteld, bevat aannamen die nog niemand heeft bevestigd.',
    'A chain plan that was proposed from a model holds assumptions that nobody confirmed yet.',
  ),
  MESSAGE_TOO_LARGE: t(
    'Een bericht is groter dan toegestaan; zie --max-body.',
    'A message is larger than allowed; see --max-body.',
  ),
  TRANSPORT_FAILED: t(
    'Er kwam geen verbinding. "ketentest preflight" vertelt waar het misgaat.',
    'There was no connection. "ketentest preflight" tells where it fails.',
  ),
  LISTEN_FAILED: t(
    'Wij kunnen niet luisteren op dit adres: de poort is bezet of niet toegestaan. Poort 0 kiest een vrije.',
    'We cannot listen on this address: the port is taken or not allowed. Port 0 chooses a free one.',
  ),
  OUTPUT_FAILED: t(
    'Er kan niet geschreven worden: de schijf is vol, er zijn geen rechten, of de map is niet leeg.',
    'Nothing can be written: the disk is full, there are no rights, or the folder is not empty.',
  ),
  REPORT_INVALID: t(
    'Dit is geen rapport van Ketentest, of een bestand ervan ontbreekt.',
    'This is no report of Ketentest, or a file of it is missing.',
  ),
  RUN_BUSY: t(
    'In deze map is een run bezig, of er wordt een rapport van gemaakt. Twee tegelijk kan niet.',
    'A run is at work in this folder, or a report is made of it. Two at once is not possible.',
  ),
  PRIVACY_BLOCKED: t(
    'In het openbare deel van dit rapport staan nummers die het BSN van een echte persoon kunnen zijn. Zo wordt het niet verzegeld. Test met verzonnen gegevens, of geef met "ketentest privacy clear" vrij wat geen BSN is; zie docs/privacy.md.',
    'In the public part of this report stand numbers that may be the BSN of a real person. It is not sealed like this. Test with invented data, or clear what is no BSN with "ketentest privacy clear"; see docs/privacy.md.',
  ),
  HANDOVER_INVALID: t(
    'Deze overdracht is niet te openen: zij is voor een andere sleutel, hoort bij een ander rapport, of is veranderd of afgebroken. Er is niets van overgenomen.',
    'This hand-over cannot be opened: it is for another key, belongs to another report, or was changed or cut off. Nothing of it was taken.',
  ),
  DOSSIER_INVALID: t(
    'Dit is geen acceptatiedossier van Ketentest, of een bestand ervan is niet te lezen. Zie docs/dossier.md.',
    'This is no acceptance dossier of Ketentest, or a file of it cannot be read. See docs/dossier.md.',
  ),
  CANCELLED: t(
    'Iemand brak de run af. Het rapport gaat over wat er gedaan is.',
    'Somebody stopped the run. The report covers what was done.',
  ),
  INTERNAL: t(
    'Een fout van Ketentest zelf. Voer de opdracht uit met --debug en meld wat er staat.',
    'A fault of Ketentest itself. Run the command with --debug and report what it says.',
  ),
};

function t(nl: string, en: string): Tekst {
  return { nl, en };
}
