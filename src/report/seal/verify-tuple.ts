/** Whether a report holds for what somebody has: product, version and standard as they call them. */
import type { Report } from '../../model/report.js';
import type { ReasonCode, SealFinding } from './verify-reasons.js';
import type { Signer } from './verify-seal.js';

/** What somebody has; what is absent is not looked at. */
export interface Wanted {
  readonly product?: string;
  readonly productVersion?: string;
  /** Name and version as the report has them, or the id of the standard. */
  readonly standard?: string;
  /** Who should have set the seal: as the trust root calls them, or by the name or OIN of their certificate. */
  readonly signer?: string;
}

/** @param standardId - the id of the standard in the plan of the run, when it is known */
export function otherThanWanted(
  { product, standaard }: Report,
  wanted: Wanted,
  standardId: string | undefined,
): readonly SealFinding[] {
  const standards = [`${standaard.naam} ${standaard.versie}`, ...(standardId === undefined ? [] : [standardId])];
  return [
    ...differs('OTHER_PRODUCT', wanted.product, [product.pakketnaam]),
    ...differs('OTHER_VERSION', wanted.productVersion, [product.versie]),
    ...differs('OTHER_STANDARD', wanted.standard, standards),
  ];
}

/** Of somebody who is not trusted nobody knows who it is. */
export function otherSigner(signer: Signer | undefined, wanted: string | undefined): readonly SealFinding[] {
  if (signer === undefined || wanted === undefined) return [];
  const { naam, certificaat, vertrouwd } = signer;
  const names = [naam, certificaat?.naam, certificaat?.oin].filter((each) => each !== undefined);
  if (vertrouwd && names.some((each) => plain(each) === plain(wanted))) return [];
  return [{ code: 'SIGNER_OTHER', bestand: signer.zegel, verwacht: wanted, gezien: [...new Set(names)].join(', ') }];
}

/** Case and spaces around are no difference; anything else is. */
function differs(code: ReasonCode, wanted: string | undefined, has: readonly string[]): readonly SealFinding[] {
  if (wanted === undefined || has.some((each) => plain(each) === plain(wanted))) return [];
  return [{ code, bestand: 'rapport.json', verwacht: wanted, gezien: has.join(', ') }];
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
