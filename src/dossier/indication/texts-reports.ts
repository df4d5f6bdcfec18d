/** Why a report or a statement does not count, in words. */
import { texts } from './texts.js';

export const REPORT_TEXTS = texts({
  EIGEN_REFERENTIE: [
    'dit is een test van onze eigen referentie, en zegt niets over een product',
    'this is a test of our own reference, and says nothing about a product',
  ],
  WAARGENOMEN: [
    'hier is verkeer bekeken zonder scenario: dat laat zien wat passeerde, en stelt niets vast over een rol',
    'traffic was watched here without a scenario: that shows what passed, and establishes nothing about a role',
  ],
  KETEN_RAPPORT: [
    'dit is een ketentest over meer systemen, geen test van één product in één rol',
    'this is a chain test of several systems, not a test of one product in one role',
  ],
  NA_PEILDATUM: ['dit is van na de peildatum: {0}', 'this is from after the date that was asked for: {0}'],
  NIET_GENOEMD: [
    'het rapport noemt geen product of geen versie: niemand weet waarvoor het geldt. Noem ze bij de run (--product, --product-version)',
    'the report names no product or no version: nobody knows for what it holds. Name them with the run (--product, --product-version)',
  ],
  ANDERE_LEVERANCIER: [
    'verzegeld door leverancier {0}, over een product van {1}: een leverancier spreekt alleen over eigen producten. Heet die partij in uw vertrouwenslijst anders, geef haar daar dan de naam van het rapport',
    'sealed by the supplier {0}, about a product of {1}: a supplier speaks about its own products only. If it goes by another name in your trust root, give it the name of the report there',
  ],
  NIET_VASTGESTELD: [
    'deze run heeft niets vastgesteld: geen fout gevonden, en ook niet aangetoond dat er geen is',
    'this run established nothing: no fault was found, and it was not shown that there is none',
  ],
  NIET_AFGEMAAKT: ['deze run is niet afgemaakt', 'this run was not finished'],
  RAPPORT_INGETROKKEN: ['ingetrokken door {0} op {1}: {2}', 'withdrawn by {0} on {1}: {2}'],
  RAPPORT_BETWIST: ['betwist door {0} op {1}: {2}', 'disputed by {0} on {1}: {2}'],
  SLEUTEL_INGETROKKEN: [
    'de sleutel waarmee dit ondertekend is, is ingetrokken, en niemand die u vertrouwt staat ervoor in dat het van daarvoor is',
    'the key with which this was signed was revoked, and nobody whom you trust vouches that it is from before that',
  ],
  VERKLARING_VERLOPEN: ['deze verklaring gold tot {0}', 'this statement held until {0}'],
  WIE_ONBEKEND: [
    'uw vertrouwenslijst zegt niet wie "{0}" is: zet er "wie" bij (leverancier, onafhankelijk of gemeente)',
    'your trust root does not say who "{0}" is: add "wie" to it (leverancier, onafhankelijk or gemeente)',
  ],
  MAG_DIT_NIET: ['{0} mag dit niet verklaren ({1}); dat mag alleen {2}', '{0} may not state this ({1}); only {2} may'],
});
