/** What the words of a report mean, to somebody who reads one for the first time. */
import type { Tekst } from '../../model/finding.js';

/** Verdicts, causes and severities. */
export const WORD_MEANINGS: Readonly<Record<string, Tekst>> = {
  voldoet: t(
    'Er is gekeken en er is niets gevonden dat niet klopt.',
    'It was looked at, and nothing was found that is not right.',
  ),
  voldoet_niet: t(
    'Er is gekeken en iets klopt niet. De oorzaak zegt door wie: alleen de oorzaak product telt tegen het product.',
    'It was looked at, and something is not right. The cause tells by whom: only the cause product counts against the product.',
  ),
  niet_beslist: t(
    'Er kon niet worden vastgesteld of dit klopt, bijvoorbeeld doordat een eerdere stap niet lukte of er geen schema is. Dit telt niet als goed en niet als fout; de bevinding zegt waarom.',
    'It could not be established whether this is right, for instance because an earlier step failed or there is no schema. It counts neither as right nor as wrong; the finding tells why.',
  ),
  niet_uitgevoerd: t(
    'Deze stap is niet gedaan: uitgezet, niet gekozen, of de run stopte eerder.',
    'This step was not done: switched off, not chosen, or the run stopped before it.',
  ),
  niet_van_toepassing: t('Dit gaat hier niet op.', 'This does not apply here.'),
  product: t('Het geteste product deed iets dat niet klopt.', 'The product under test did something that is not right.'),
  configuratie: t(
    'De inrichting klopt niet: een adres, een toegang, een constante of de keuze van scenario’s. Het product treft geen blaam.',
    'The set-up is not right: an address, an access, a constant or the choice of scenarios. The product is not to blame.',
  ),
  transport: t(
    'Onderweg ging iets mis, en van wie dat was is niet te zien. Het product treft geen blaam.',
    'Something went wrong on the way, and whose doing it was cannot be seen. The product is not to blame.',
  ),
  harnas: t(
    'Ketentest zelf deed iets verkeerd of kon iets niet. Het product treft geen blaam; meld het.',
    'Ketentest itself did something wrong or could not do something. The product is not to blame; report it.',
  ),
  fout: t(
    'Een schending van de norm. Door een fout van het product voldoet de stap niet.',
    'It breaks the norm. A fault of the product makes its step fail.',
  ),
  waarschuwing: t(
    'Waarschijnlijk niet goed, maar de bron is geen norm of laat ruimte. De stap voldoet wel.',
    'Probably not right, but the source is no norm or leaves room. The step still holds.',
  ),
  aandachtspunt: t(
    'Iets om te weten of na te lezen, ook wat het profiel praktijk duldt. De stap voldoet wel.',
    'Something to know or to read for yourself, also what the profile praktijk tolerates. The step still holds.',
  ),
};

function t(nl: string, en: string): Tekst {
  return { nl, en };
}
