/** Looks whether the reports of a site stand at their public addresses, and states what was there, signed. */
import { fetchDigest } from '../../actor/fetch-digest.js';
import { packageAddress } from '../../dossier/site/addresses.js';
import { writeSigned } from '../../dossier/statement/signed-statement.js';
import { HarnessError } from '../../model/harness-error.js';
import { MAX_REPORT_BYTES } from '../../report/rapport-json.js';
import type { SealingKey } from '../../report/seal/seal-key.js';

const PATIENCE = 20_000;

export interface LinkCheck {
  readonly baseUrl: string | undefined;
  readonly key: SealingKey | undefined;
  /** Hosts that may be asked. */
  readonly hosts: readonly string[];
  /** When, as the statement says: milliseconds since 1970. */
  readonly at: number;
}

/** @throws {HarnessError} `USAGE` when it is not known where to look, that host was not declared, or there is no key to sign with */
export function refuseUndeclared({ baseUrl, key, hosts }: LinkCheck): void {
  if (baseUrl === undefined || key === undefined) throw new HarnessError('USAGE', TEXTS.needs, { hint: TEXTS.forExample });
  const { host, hostname } = new URL(baseUrl);
  if (hosts.includes(host) || hosts.includes(hostname)) return;
  throw new HarnessError(
    'USAGE',
    {
      nl: `--check-links noemt ${host} niet, waar de site staat`,
      en: `--check-links does not name ${host}, where the site stands`,
    },
    { hint: { nl: `Noem hem: --check-links ${host}`, en: `Name it: --check-links ${host}` } },
  );
}

/** @param digests - of reports that stood on the site before @returns the text of a statement for each */
export async function checkLinks(digests: readonly string[], check: LinkCheck): Promise<readonly string[]> {
  refuseUndeclared(check);
  const { baseUrl = '', key, at } = check;
  const moment = new Date(at).toISOString();
  const texts: string[] = [];
  for (const rapport of digests) {
    const url = `${baseUrl}${packageAddress(rapport)}rapport.json`;
    const seen = await fetchDigest(url, { patience: PATIENCE, maxBytes: MAX_REPORT_BYTES });
    const gezien = seen === undefined ? 'onbereikbaar' : seen === rapport ? 'gelijk' : 'anders';
    if (!key) continue;
    texts.push(
      await writeSigned({ soort: 'publicatie', over: { rapport }, url, gezien, gezienOp: moment }, { opgesteldOp: moment }, key),
    );
  }
  return texts;
}

const TEXTS = {
  needs: {
    nl: '--check-links vraagt --base-url (waar de site staat) en --key (wie ervoor tekent)',
    en: '--check-links needs --base-url (where the site stands) and --key (who signs for it)',
  },
  forExample: {
    nl: 'Bijvoorbeeld: ketentest publish --out site --base-url https://voorbeeld.nl/t/ --check-links voorbeeld.nl --key private.pem',
    en: 'For example: ketentest publish --out site --base-url https://example.org/t/ --check-links example.org --key private.pem',
  },
} as const;
