/**
 * Where the contract terms say something: the numbers of both editions, beside each other, in this one file. Of 2023 the
 * numbers are those of the explanation (Toelichting, 19-02-2024); of 2016 and 2020 only the article is known, by the table of
 * contents of the explanation of 2020.
 */
import type { Tekst } from '../../model/finding.js';
import type { GibitEditie } from './words.js';

/** A reference never goes without its edition. */
export interface Verwijzing {
  readonly editie: '2016/2020' | '2023';
  readonly artikel: string;
}

interface Clause {
  readonly nieuw: string;
  /** Absent where no source tells it. */
  readonly oud?: string;
  readonly over: Tekst;
}

export const CLAUSES = {
  implementatieplan: c(
    '6.2–6.3',
    '5',
    'implementatieplan en acceptatieprocedure',
    'implementation plan and acceptance procedure',
  ),
  derden: c('7', '6', 'derden betrekken, ketentest', 'third parties, chain test'),
  derdenAfspreken: c('7.3', '6', 'afspraken over derden', 'agreements about third parties'),
  nietToerekenbaar: c(
    '7.6',
    '6',
    'wat blokkeert en niet aan leverancier ligt, telt niet als Gebrek; partijen overleggen',
    'what blocks and is not the supplier’s doing does not count as a Gebrek; the parties consult',
  ),
  normen: c('8.1', '6.1', 'kwaliteitsnormen waaraan het product voldoet', 'quality norms that the product meets'),
  preventief: c(
    '8.2',
    '6',
    'preventieve tests vóór de implementatie, met een positief testrapport',
    'preventive tests before implementation, with a positive test report',
  ),
  hergebruik: c(
    '8.3',
    '6',
    'geen nieuwe test nodig bij dezelfde versie van product, norm en testset onder vergelijkbare omstandigheden',
    'no new test needed for the same version of product, norm and test set under comparable conditions',
  ),
  koppelingen: c('8.5', '6', 'koppelingen worden bij de acceptatie getest', 'couplings are tested in acceptance'),
  testprotocol: c('9.1', '7', 'testprotocol', 'test protocol'),
  testverslag: c(
    '9.2',
    '7',
    'schriftelijk testverslag, door beide partijen ondertekend, met herstelplanning',
    'a written test report signed by both parties, with a planning of repairs',
  ),
  waarschuwen: c('9.3', '7', 'geen vertraging, plicht om te waarschuwen', 'no delay, a duty to warn'),
  naMislukken: c(
    '9.5',
    '7',
    'na een mislukte test: kosteloos herstel, voorwaardelijke acceptatie, of na twee rondes ontbinden',
    'after a failed test: repair without cost, conditional acceptance, or dissolving after two rounds',
  ),
  zichtbaar: c(
    '9.6',
    '7',
    'wat in de eerste ronde zichtbaar was, telt later niet als grond',
    'what was visible in the first round is no ground later',
  ),
  laterHerstel: c('9.7', '7', 'herstel op een later, afgesproken moment', 'repair at a later time, as agreed'),
  geenGrond: c(
    '9.8',
    '7',
    'wat productief gebruik niet belet, is geen grond om te weigeren; herstel blijft verschuldigd',
    'what does not keep from productive use is no ground to refuse; repair stays due',
  ),
  integraal: c('9.9', '7', 'integrale test na deelleveringen', 'integral test after part deliveries'),
  productief: c(
    '9.10',
    '7',
    'productief gebruik geldt als acceptatie, met uitzonderingen',
    'productive use counts as acceptance, with exceptions',
  ),
  betaling: c(
    '11.2',
    '9',
    '30% van eenmalige vergoedingen pas na acceptatie; periodieke vergoedingen vanaf acceptatie',
    '30% of one-off fees only after acceptance; periodic fees from acceptance on',
  ),
  audit: c('25', '21', 'recht op audit', 'right to audit'),
  privacy: c('28, 29', undefined, 'persoonsgegevens en beveiliging', 'personal data and security'),
  archivering: c('30', '26', 'archivering', 'archiving'),
  saas: c('32', 'hoofdstuk III', 'acceptatie van SaaS', 'acceptance of SaaS'),
} as const satisfies Readonly<Record<string, Clause>>;

export type GibitPlaats = keyof typeof CLAUSES;

/** Both editions, that of the contract first. */
export function referencesTo(place: GibitPlaats, edition: GibitEditie | undefined): readonly Verwijzing[] {
  const { nieuw, oud }: Clause = CLAUSES[place];
  const both: readonly Verwijzing[] = [
    { editie: '2023', artikel: nieuw },
    ...(oud === undefined ? [] : [{ editie: '2016/2020' as const, artikel: oud }]),
  ];
  return edition === undefined || edition === '2023' ? both : both.toReversed();
}

/** `GIBIT 2023 art. 9.8 (2016/2020: art. 7)`; the same in both languages. */
export function cite(place: GibitPlaats, edition: GibitEditie | undefined): string {
  const [first, second] = referencesTo(place, edition);
  const told = (each: Verwijzing) => (/^\d/.test(each.artikel) ? `art. ${each.artikel}` : each.artikel);
  if (first === undefined) return '';
  return `GIBIT ${first.editie} ${told(first)}${second ? ` (${second.editie}: ${told(second)})` : ''}`;
}

function c(nieuw: string, oud: string | undefined, nl: string, en: string): Clause {
  return { nieuw, ...(oud !== undefined && { oud }), over: { nl, en } };
}
