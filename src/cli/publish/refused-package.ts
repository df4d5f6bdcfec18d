/** Looks whether a package may be published: sealed, unchanged, whole, and without what may be data of real persons. */
import type { SealedReport } from '../../dossier/sealed-report.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { DISCLOSURE } from '../../report/seal/disclosure.js';
import type { SealFinding } from '../../report/seal/verify-reasons.js';
import { lookForNumbers } from '../privacy/privacy-gate.js';

/** Wrong about who signed, and not about what was signed: it depends on whom somebody trusts, and when. */
const ABOUT_SIGNER = /^(?:KEY_(?:UNKNOWN|REVOKED|WRONG_KIND|OUT_OF_TIME)|CERT_(?:UNKNOWN_ISSUER|OUT_OF_TIME)|SIGNER_OTHER)$/;

export function isAboutSigner({ bevindingen }: Pick<SealedReport, 'bevindingen'>): boolean {
  return bevindingen.length > 0 && bevindingen.every(({ code }) => ABOUT_SIGNER.test(code));
}

/** @param shown - the folder, as the user calls it @throws {HarnessError} `REPORT_INVALID` when it does not hold */
export function refuseBroken({ bevindingen }: Pick<SealedReport, 'bevindingen'>, shown: string): void {
  if (bevindingen.length === 0) return;
  const list = bevindingen.map(({ code, bestand }) => [code, bestand].filter(Boolean).join(' '));
  throw refused(
    shown,
    {
      nl: `${shown} wordt niet gepubliceerd; het pakket houdt niet: ${list.join(', ')}`,
      en: `${shown} is not published; the package does not hold: ${list.join(', ')}`,
    },
    hintFor(bevindingen, shown),
  );
}

/** @throws {HarnessError} `REPORT_INVALID` for a package that shows only some of its messages */
export function refusePart(names: readonly string[], shown: string): void {
  if (!names.includes(DISCLOSURE)) return;
  throw refused(
    shown,
    {
      nl: `${shown} wordt niet gepubliceerd: het toont maar een deel van de berichten`,
      en: `${shown} is not published: it shows some of its messages only`,
    },
    { nl: 'Publiceer het hele rapport waar het uit komt.', en: 'Publish the whole report that it comes from.' },
  );
}

/** @param folder - whole path @throws {HarnessError} `PRIVACY_BLOCKED` when something was found that nobody cleared */
export async function refuseBlocked(folder: string, shown: string): Promise<void> {
  const { check } = await lookForNumbers(folder);
  const open = check.vondsten.filter(({ vrijgave }) => !vrijgave);
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id).join(', ');
  throw new HarnessError(
    'PRIVACY_BLOCKED',
    {
      nl: `${shown} wordt niet gepubliceerd: mogelijk echte persoonsgegevens (${ids})`,
      en: `${shown} is not published: possibly data of real persons (${ids})`,
    },
    {
      place: { file: shown },
      hint: {
        nl: `Kijk met "ketentest privacy check ${shown}" waar. Wat verzegeld is verandert niet meer: test opnieuw met verzonnen gegevens, en verzegel dat.`,
        en: `See where with "ketentest privacy check ${shown}". What is sealed changes no more: test again with invented data, and seal that.`,
      },
    },
  );
}

function hintFor(bevindingen: readonly SealFinding[], shown: string): Tekst {
  const [first] = bevindingen;
  if (first?.code === 'SEAL_MISSING') {
    return {
      nl: `Verzegel het: ketentest seal ${shown} --key private.pem`,
      en: `Seal it: ketentest seal ${shown} --key private.pem`,
    };
  }
  if (first && ABOUT_SIGNER.test(first.code)) {
    return {
      nl: 'Zet de sleutel van wie het verzegelde bij --trust, als u die langs een andere weg kreeg.',
      en: 'Add the key of who sealed it to --trust, if you got it by another way.',
    };
  }
  return {
    nl: `Kijk met "ketentest verify ${shown}" wat er veranderd is, en neem het pakket zoals het verzegeld is.`,
    en: `See what was changed with "ketentest verify ${shown}", and take the package as it was sealed.`,
  };
}

function refused(file: string, text: Tekst, hint: Tekst): HarnessError {
  return new HarnessError('REPORT_INVALID', text, { place: { file }, hint });
}
