/** What each kind of finding means that is no rule of a standard and no symptom on the wire. */
import type { Tekst } from '../../model/finding.js';

export const FINDING_EXPLANATIONS: Readonly<Record<string, Tekst>> = {
  SCHEMA: t(
    'Het bericht is gehouden tegen het XML-schema: het officiële waar dat geïnstalleerd is, anders ons eigen compacte schema. Zonder schema is dit niet beslist, nooit goed.',
    'The message was held against the XML schema: the official one where it is installed, otherwise our own compact one. Without a schema this is undecided, never well.',
  ),
  'SCHEMA-INGEBOUWD': t(
    'Ons compacte schema oordeelt anders dan het officiële. Dat is een fout van ons en telt niet mee voor het product.',
    'Our compact schema judges otherwise than the official one. That is a fault of ours and does not count for the product.',
  ),
  REGELS: t(
    'Vat samen welke inhoudelijke regels over dit bericht gingen en gehouden zijn. Wat niet gehouden is, staat er apart bij.',
    'Sums up which semantic rules spoke about this message and held. What did not hold stands beside it.',
  ),
  'ELEMENT-VERPLICHT': t(
    'De elemententabel van de service noemt dit element verplicht, en het is afwezig, leeg of nil. Het schema staat dat vaak toe, de specificatie niet.',
    'The element table of the service calls this element mandatory, and it is absent, empty or nil. The schema often allows that, the specification does not.',
  ),
  'ELEMENT-EENMAAL': t(
    'De elemententabel van de service staat dit element hoogstens één keer toe.',
    'The element table of the service allows this element once at most.',
  ),
  BEZORGD: t(
    'Of ons bericht bij het product is aangekomen. Zo niet, dan zegt de bevinding ernaast waarom.',
    'Whether our message reached the product. If not, the finding beside it says why.',
  ),
  WAARDE: t('Een waarde in het bericht is niet die van het scenario.', 'A value in the message is not that of the scenario.'),
  'BERICHT-ONTVANGEN': t(
    'Het product moest uit zichzelf een bericht sturen, en dat kwam niet voor het einde van de wachttijd (--wait). Dat is nooit een voldoende, en het zegt ook niet dat het product het niet kan.',
    'The product had to send a message by itself, and it did not come before the end of the wait (--wait). That is never a pass, nor does it say that the product cannot do it.',
  ),
  'WAARNEMING-HERKEND': t(
    'Van meegelezen verkeer is niet te zeggen van welke dienst dit bericht is: zijn element en zijn SOAPAction horen bij geen dienst van de standaard van deze relay. Het is niet beoordeeld.',
    'Of traffic that was watched nobody can tell of which service this message is: its element and its SOAPAction belong to no service of the standard of this relay. It was not judged.',
  ),
  'WAARNEMING-GEWEIGERD': t(
    'In meegelezen verkeer is een bericht geweigerd waarop wij niets aan te merken hebben. Het kan terecht zijn (wat onbekend is, geen rechten) of niet; dat is van buiten niet te zien en telt tegen niemand.',
    'In traffic that was watched a message was refused with which we find nothing wrong. That may be right (something unknown, no rights) or not; it cannot be seen from outside and counts against nobody.',
  ),
  'WAARNEMING-VASTGELEGD': t(
    'Verkeer passeerde dat niet is vastgelegd, omdat de schijf vol of te langzaam was. Wij laten verkeer dan doorgaan. Wat ontbreekt is niet beoordeeld, en zo’n rapport is nooit foutloos.',
    'Traffic passed that was not recorded, because the disk was full or too slow. We let traffic go on then. What is missing was not judged, and such a report is never without faults.',
  ),
  BEVESTIGING: t(
    'Een persoon keek in het product en antwoordde ja of nee; zonder antwoord binnen de wachttijd (--wait) is de stap niet beslist, nooit goed. Wie, wanneer en wat getoond werd staan bij de stap. Deze controles worden apart geteld.',
    'A person looked in the product and answered ja or nee; without an answer within the wait (--wait) the step is undecided, never well. Who, when and what was shown stand with the step. These checks are counted apart.',
  ),
  'BERICHT-VAN-DIENST': t(
    'Het bericht is niet dat van de dienst waarop de stap wacht: een ander element, een andere berichtcode of een ander entiteittype.',
    'The message is not that of the service that the step waits for: another element, another berichtcode or another entiteittype.',
  ),
  'BERICHT-VERWERKT': t(
    'Aan het bericht zelf mankeert niets, maar de tegenpartij kan het niet verwerken, bijvoorbeeld omdat zij niet kent waarover het gaat.',
    'Nothing is wrong with the message itself, but the counterpart cannot process it, for instance because it does not know what it is about.',
  ),
  WEERGAVE: t(
    'Het product geeft niet terug wat het eerder bevestigde. Zo blijkt of iets echt is opgeslagen: een bevestiging alleen bewijst dat niet.',
    'The product does not return what it confirmed before. That is how it shows whether something was stored: a confirmation alone does not prove it.',
  ),
  VASTGELEGD: t(
    'Het antwoord mist een waarde die de volgende berichten nodig hebben, zoals een uitgegeven identificatie.',
    'The reply lacks a value that the next messages need, such as an identification that was handed out.',
  ),
  UNIEK: t('Dezelfde identificatie is twee keer uitgegeven.', 'The same identification was handed out twice.'),
  BYTEGELIJK: t(
    'Een document dat terugkomt heeft een andere inhoud dan toen het werd aangeboden: afgekapt, aangevuld of omgezet.',
    'A document that comes back has another content than when it was offered: cut off, added to or converted.',
  ),
  HERHAALD: t(
    'Een bericht dat niet is bevestigd, hoort ongewijzigd opnieuw te worden aangeboden: hetzelfde referentienummer, hetzelfde tijdstip, dezelfde inhoud. Dan weet de ontvanger dat het om hetzelfde bericht gaat.',
    'A message that was not confirmed has to be offered again unchanged: the same referentienummer, the same time, the same content. Then the receiver knows that it is the same message.',
  ),
  VOORWAARDE: t(
    'Een stap die hieraan voorafgaat is niet uitgevoerd; daarom is deze niet beslist. Kies de eerdere scenario’s ook.',
    'A step that comes before this one was not executed; so this one is undecided. Choose the earlier scenarios too.',
  ),
  OORDEEL: t(
    'Ketentest liep vast bij het oordelen. Het product treft geen blaam; meld het.',
    'Ketentest broke while it judged. The product is not to blame; report it.',
  ),
  'FOUT-CODE': t(
    'Het scenario lokt een fout uit, en de foutcode hoort niet bij wat er mis was. Een andere fout is geen goed antwoord.',
    'The scenario provokes a fault, and the fault code does not belong to what was wrong. Another fault is no good answer.',
  ),
  'FOUT-PLEK': t(
    'De plek in het foutbericht zegt wie de fout moet herstellen: client of server. Die klopt hier niet.',
    'plek in the fault message tells who has to mend the fault: client or server. Here it is wrong.',
  ),
  'FOUT-OORZAAK': t(
    'Het scenario lokt een fout uit, en de tekst van het foutbericht gaat zo te zien over iets anders. Wij zoeken naar een paar woorden die erbij horen; lees zelf of de tekst klopt. Daarom is dit nooit meer dan een aandachtspunt.',
    'The scenario provokes a fault, and the text of the fault message seems to be about something else. We look for a few words that belong to it; read for yourself whether the text is right. Therefore this is never more than a point of attention.',
  ),
  'STANDAARD-ONBEKEND': t(
    'Geen van onze standaarden kent het berichtelement in deze namespace. Kies er een met --standard, of installeer de schema’s met "ketentest standards add".',
    'None of our standards knows the message element in this namespace. Choose one with --standard, or install the schemas with "ketentest standards add".',
  ),
  'BERICHT-AFWEZIG': t('De SOAP-envelop bevat geen bericht.', 'The SOAP envelope holds no message.'),
  'BERICHT-VERPAKT': t(
    'Om het bericht staat een ander element. De binding wil het bericht direct in de SOAP Body (document/literal).',
    'Another element stands around the message. The binding wants the message in the SOAP Body itself (document/literal).',
  ),
  'BESTAND-ONLEESBAAR': t(
    'Het bestand is er niet, is niet te lezen, of de map of het patroon levert geen berichten op. De andere bestanden zijn wel beoordeeld.',
    'The file is not there, cannot be read, or the folder or pattern gives no messages. The other files were judged.',
  ),
  'OORDEEL-AFGEBROKEN': t(
    'Het oordeel over dit bestand brak af; de andere zijn wel beoordeeld. Meld het met dit bestand.',
    'The judgement of this file broke off; the others were judged. Report it with this file.',
  ),
};

function t(nl: string, en: string): Tekst {
  return { nl, en };
}
