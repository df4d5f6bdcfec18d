/** Which causes are out of the question for the first deviation of a chain, and by what is seen; where the cause is not a product, for whom it does not count. */
import type { Oorzaak, Tekst } from '../../model/finding.js';
import type { EersteAfwijking, Keten } from '../../model/report-chain.js';
import { isDisturbed } from '../chain/disturbed.js';
import type { ManifestExchange } from '../manifest.js';

/** Only what the record bears out; a cause of which nothing is known is not named. */
export function excludedCauses(
  { partijen }: Keten,
  { stap, oorzaak, hop, partij, bericht }: EersteAfwijking,
  naam: Tekst,
  exchanges: readonly ManifestExchange[],
): readonly Tekst[] {
  if (oorzaak !== undefined && oorzaak !== 'product') return [NOT_A_PRODUCT[oorzaak](naam)];
  const own = exchanges.find(({ id }) => id === bericht?.split('/')[0]);
  // What we disturbed ourselves is no proof that the network or we are not the cause.
  const isOurs = isDisturbed(stap, exchanges);
  const isWhole = own !== undefined && own.storing === undefined && !isOurs;
  // It could be spoken to: on a hop on which it answers, or one over which it heard.
  const answered = exchanges.some((each) => each.antwoord && (each.hop === hop || each.hop?.endsWith(`-${partij}`) === true));
  const isReal = partijen.some(({ id, echt }) => id === partij && echt);
  return [
    ...(isWhole
      ? [{ nl: 'Transport: het bericht kwam heel over deze hop.', en: 'Transport: the message came whole over this hop.' }]
      : []),
    ...(answered
      ? [
          {
            nl: `Configuratie: ${naam.nl} was bereikbaar en antwoordde in deze run.`,
            en: `Configuration: ${naam.en} could be reached and answered in this run.`,
          },
        ]
      : []),
    ...(isReal && !isOurs
      ? [
          {
            nl: `Testharnas: ${naam.nl} is een echt systeem, en wij geven elke byte door zoals hij kwam.`,
            en: `Test harness: ${naam.en} is a real system, and we pass every byte on as it came.`,
          },
        ]
      : []),
  ];
}

const NOT_A_PRODUCT: Readonly<Record<Exclude<Oorzaak, 'product'>, (naam: Tekst) => Tekst>> = {
  harnas: ({ nl, en }) => ({
    nl: `Dit is een fout van ons: ${nl} is van ons, of onze controle faalde. Hij telt tegen geen enkel product.`,
    en: `This is a fault of ours: ${en} is ours, or our check failed. It counts against no product.`,
  }),
  configuratie: ({ nl, en }) => ({
    nl: `Adres, toegang of certificaat bij ${nl}. Dit telt tegen geen enkel product; herstel de inrichting en voer de keten opnieuw uit.`,
    en: `Address, access or certificate at ${en}. This counts against no product; mend the set-up and run the chain again.`,
  }),
  transport: ({ nl, en }) => ({
    nl: `De verbinding met ${nl} bleef uit of brak. Eén keer telt dat tegen geen enkel product; voer de keten opnieuw uit.`,
    en: `The connection with ${en} did not come or broke. Once, that counts against no product; run the chain again.`,
  }),
};
