/** Tells a badge, or writes one of each product and role into a folder, with what shields.io asks for. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { shieldsEndpoint } from '../../dossier/badge/badge-shields.js';
import { badgeSvg } from '../../dossier/badge/badge-svg.js';
import type { Indication, Indications } from '../../dossier/indication/indication.js';
import { keyOfTuple } from '../../dossier/indication/same-tuple.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { writeNewFiles } from '../new-files.js';
import type { Shell } from '../shell.js';

/** @throws {HarnessError} `USAGE` when there is not one product to show and no folder was named, `OUTPUT_FAILED` */
export async function tellBadges(
  shell: Shell,
  { indicaties, producten }: Indications,
  { language, out }: { readonly language: keyof Tekst; readonly out: string | undefined },
): Promise<void> {
  if (out !== undefined) {
    const files = indicaties.flatMap((each) => [
      { name: `${nameOf(each)}.svg`, text: badgeSvg(each, language), isSecret: false },
      { name: `${nameOf(each)}.json`, text: `${JSON.stringify(shieldsEndpoint(each, language))}\n`, isSecret: false },
    ]);
    await writeNewFiles(resolve(shell.cwd, out), out, files);
    return shell.out(indicaties.map((each) => `${out}/${nameOf(each)}.svg  ${each.indicatie}`).join('\n'));
  }
  const [product] = producten;
  const [only] = indicaties;
  if (!product || !only || producten.length > 1) {
    const text = {
      nl: `--format badge toont één product in één standaard; dit zijn er ${producten.length}`,
      en: `--format badge shows one product in one standard; these are ${producten.length}`,
    };
    const hint = {
      nl: 'Kies met --product, --product-version, --standard en --role, of schrijf ze allemaal met --out MAP.',
      en: 'Choose with --product, --product-version, --standard and --role, or write all of them with --out DIR.',
    };
    throw new HarnessError('USAGE', text, { hint });
  }
  shell.out(badgeSvg(indicaties.length === 1 ? only : product, language));
}

/** Plain, and another one for whatever differs. */
function nameOf(of: Indication): string {
  const { product, standaard, rol } = of;
  const words = [product.pakketnaam, product.versie, standaard.naam, standaard.versie, rol].join(' ');
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return `${plain.slice(0, 80)}-${createHash('sha256').update(keyOfTuple(of)).digest('hex').slice(0, 8)}`;
}
