/** How an indication came about, what would change it, and what somebody has to look at, in words. */
import { texts } from './texts.js';

export const STATE_TEXTS = texts({
  FOUTLOOS: ['foutloos in rapport {0} van {1}', 'without faults in report {0} of {1}'],
  FOUTEN: ['fouten van het product in rapport {0} van {1}', 'faults of the product in report {0} of {1}'],
  ALLEEN_VOOR: ['alleen voor: {0}', 'only for: {0}'],
  VERKLAARD: ['{0} verklaarde op {1} dit te ondersteunen', '{0} stated on {1} that it supports this'],
  VINKJE: ['aangevinkt in de catalogus ({0})', 'ticked in the catalogue ({0})'],
  NIETS_BEKEND: ['niets bekend over deze versie in deze rol', 'nothing is known of this version in this role'],
  NIEMAND_VERTROUWD: [
    'u noemde niemand die u vertrouwt (--trust): wie dit verzegelde staat niet vast, en verder dan getest_foutloos komt het niet',
    'you named nobody whom you trust (--trust): who sealed this is not established, and it goes no further than getest_foutloos',
  ],
  AANBOD_INGETROKKEN: ['{0} trok dit in op {1}: {2}', '{0} withdrew this on {1}: {2}'],
  RAPPORT_VIEL: ['rapport {0} telt niet meer: {1}', 'report {0} counts no more: {1}'],
  NIEUWERE_VERSIE: [
    'versie {0} is in gebruik sinds {1}; dit geldt voor versie {2}',
    'version {0} is in use since {1}; this holds for version {2}',
  ],
  TESTSET_VERVANGEN: [
    'voor testset {0} is er versie {1}, sinds {2}; dit rapport is van versie {3}',
    'test set {0} was replaced by version {1}, since {2}; this report is of version {3}',
  ],
  STANDAARD_TERUGGETROKKEN: [
    'deze versie van de standaard is teruggetrokken sinds {0}',
    'this version of the standard was withdrawn, since {0}',
  ],
  NIET_VERGELIJKBAAR: ['volgens {0} niet meer vergelijkbaar: {1}', 'not comparable any more according to {0}: {1}'],
  // What would change it.
  NODIG_RUN: [
    'een run van de officiële testset op deze versie, verzegeld door iemand die u vertrouwt',
    'a run of the official test set on this version, sealed by somebody whom you trust',
  ],
  NODIG_TRUST: ['noem met --trust wiens zegels tellen', 'name with --trust whose seals count'],
  NODIG_HERTEST: [
    'herstel, en een nieuwere foutloze run van dezelfde testset die minstens zoveel omvat',
    'a mend, and a newer run without faults of the same test set that covers at least as much',
  ],
  NODIG_NIEUW_RAPPORT: ['een nieuw rapport over deze versie', 'a new report about this version'],
  NODIG_NIEUWE_VERSIE: ['een run op versie {0}', 'a run on version {0}'],
  NODIG_NIEUWE_TESTSET: ['een run met versie {0} van de testset', 'a run with version {0} of the test set'],
  NODIG_NIEUWE_STANDAARD: [
    'een run op een versie van de standaard die in gebruik is',
    'a run on a version of the standard that is in use',
  ],
  NODIG_OMVANG: [
    'een run van de hele officiële testset, met de officiële schema’s, profiel strict en de waarden van de testset',
    'a run of the whole official test set, with the official schemas, profile strict and the values of the test set',
  ],
  NODIG_PUBLICATIE: [
    'publiceer dit rapport op een openbaar adres, en laat een ander verklaren het daar gelijk gezien te hebben (ketentest statement publicatie)',
    'publish this report at a public address, and have somebody else state that it was seen there unchanged (ketentest statement publicatie)',
  ],
  NODIG_PLATFORM: [
    'een foutloos rapport van het officiële instrument over deze versie, gezien door iemand anders dan de leverancier (ketentest statement platformrapport)',
    'a report without faults of the official instrument about this version, seen by somebody but the supplier (ketentest statement platformrapport)',
  ],
  NODIG_VINKJE: [
    'publiceer dit rapport bij het product in de catalogus en vink aan (ketentest statement vinkje)',
    'publish this report at the product in the catalogue, and tick (ketentest statement vinkje)',
  ],
  // Alarms.
  ALARM_VINKJE_ZONDER_RAPPORT: ['aangevinkt zonder rapport dat telt', 'ticked without a report that counts'],
  ALARM_VINKJE_ONJUIST: [
    'aangevinkt, en er zijn fouten gevonden: het vinkje klopt niet',
    'ticked, and faults were found: the tick is wrong',
  ],
  ALARM_VINKJE_DEEL: ['aangevinkt, en niet alles is getest', 'ticked, and not everything was tested'],
  ALARM_VINKJE_NIET_PUBLIEK: ['aangevinkt zonder openbaar rapport', 'ticked without a public report'],
  ALARM_VINKJE_NIET_OFFICIEEL: [
    'aangevinkt, en geen run op het officiële instrument dekt dat',
    'ticked, and no run on the official instrument bears that out',
  ],
  ALARM_VINKJE_ANDER_BEWIJS: [
    'aangevinkt, en de catalogus toont een ander rapport',
    'ticked, and the catalogue shows another report',
  ],
  ALARM_VINKJE_GELDT_NIET: ['aangevinkt, en dit geldt niet meer', 'ticked, and this holds no more'],
  ALARM_NIEUWER_MET_FOUTEN: [
    'rapport {0} van {1} was foutloos; het nieuwere {2} heeft fouten',
    'report {0} of {1} was without faults; the newer {2} has faults',
  ],
  ALARM_OOK_FOUTEN: ['los daarvan staan er fouten open in rapport {0}', 'apart from that there are open faults in report {0}'],
  ALARM_LINK_DOOD: [
    'het rapport was gepubliceerd, en is er niet meer of is veranderd: {0}',
    'the report was published, and is gone or was changed: {0}',
  ],
  // True, and no alarm.
  EINDE_ONDERSTEUNING: [
    'de ondersteuning van deze versie van de standaard eindigt of is geëindigd, sinds {0}',
    'support of this version of the standard ends or has ended, since {0}',
  ],
  NIEUWER_ZONDER_UITKOMST: ['een nieuwere run ({0}) heeft niets vastgesteld', 'a newer run ({0}) established nothing'],
  BERICHTEN_EIGEN: [
    'de scenario’s zijn de officiële, de voorbeeldberichten zijn van ons',
    'the scenarios are the official ones, the sample messages are ours',
  ],
});
