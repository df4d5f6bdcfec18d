/** A version as the catalogue wants it, beside what the product calls itself. */

/**
 * `2.4` → `2.4.0`, `v1.2.3-rc.1` → `1.2.3-rc.1`. Nothing is guessed: what is no number with dots has no such form.
 * @returns undefined for a free text such as `2.4 SP1`
 * @see https://semver.org, 2.0.0
 */
export function semanticVersion(label: string): string | undefined {
  const found = /^v?(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?(?:\.(0|[1-9]\d*))?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.exec(label.trim());
  if (!found) return undefined;
  const [, major, minor = '0', patch = '0', pre = '', build = ''] = found;
  const isWhole = found[3] !== undefined || (pre === '' && build === '');
  const version = `${major}.${minor}.${patch}${pre}${build}`;
  const isSound =
    isWhole && isPreRelease(pre.slice(1)) && !build.includes('..') && !build.endsWith('.') && !build.startsWith('+.');
  return isSound && version.length <= MAX_LENGTH ? version : undefined;
}

/** Of `moduleVersie.versie`. */
const MAX_LENGTH = 50;

function isPreRelease(text: string): boolean {
  return text === '' || text.split('.').every((each) => /^(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)$/.test(each));
}
