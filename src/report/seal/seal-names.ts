/** Names in a package: those of its seals, and which names a sealed file may have. */

/** The seal. */
export const SEAL = 'rapport.sigstore.json';

/** The seal, or one by which somebody signs along: `rapport.2.sigstore.json`, `rapport.3.sigstore.json`, … */
const SEALS = /^rapport(?:\.([2-9]|[1-9]\d{1,3}))?\.sigstore\.json$/;

export function isSealName(name: string): boolean {
  return SEALS.test(name);
}

/** In the order in which they were set. */
export function sealsAmong(names: readonly string[]): readonly string[] {
  return names.filter(isSealName).toSorted((one, other) => numberOf(one) - numberOf(other));
}

/** What the next seal of a package is called. */
export function nextSealName(names: readonly string[]): string {
  const last = sealsAmong(names).at(-1);
  return last === undefined ? SEAL : `rapport.${numberOf(last) + 1}.sigstore.json`;
}

function numberOf(name: string): number {
  return Number(SEALS.exec(name)?.[1] ?? 1);
}

/**
 * Whether a name means the same file everywhere and to every eye: visible ASCII without what a file system may take for
 * something else, no way up, no name that Windows would cut or keep to itself.
 */
export function isPlainName(name: string): boolean {
  if (name.length > 1024 || !/^[ -~]+$/.test(name) || /[\\:*?"<>|]/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && !/^\.{1,2}$|[. ]$|^ |^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/i.test(part));
}

/** Where a file system that takes no notice of case would put it. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
