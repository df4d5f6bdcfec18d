/**
 * What a validator's complaint says was expected, in the words of XML Schema, which are the same in every language.
 */

/** Longer lists are cut off, in characters. */
const SHOWN = 300;

const FORMS: readonly (readonly [complaint: RegExp, expected: string])[] = [
  [/ Expected is (?:one of )?\( (.*) \)\.$/, '$1'],
  [/ is not an element of the set \{(.*)\}\.$/, '$1'],
  [/ is not accepted by the pattern '(.*)'\.$/, 'pattern $1'],
  [/ underruns the allowed minimum length of '(\d+)'\.$/, 'minLength $1'],
  [/ exceeds the allowed maximum length of '(\d+)'\.$/, 'maxLength $1'],
  [/ differs from the allowed length of '(\d+)'\.$/, 'length $1'],
  [/ has more digits than are allowed \('(\d+)'\)\.$/, 'totalDigits $1'],
  [/ has more fractional digits than are allowed \('(\d+)'\)\.$/, 'fractionDigits $1'],
  [/ greater than the maximum value allowed \('(.*)'\)\.$/, 'maxInclusive $1'],
  [/ less than the minimum value allowed \('(.*)'\)\.$/, 'minInclusive $1'],
  [/ does not match the fixed value constraint '(.*)'\.$/, '$1'],
  [/ is not a valid value of the \w+ type '(.*)'\.$/, '$1'],
  [/^The attribute '(.*)' is required but missing\.$/, '@$1'],
];

/**
 * @param complaint - with readable names
 * @returns undefined when it does not say
 */
export function expectedOf(complaint: string): string | undefined {
  // A value in it may be of any length; what was expected stands at the end, or the complaint is short.
  const end = complaint.length > 4096 ? complaint.slice(-4096) : complaint;
  for (const [form, expected] of FORMS) {
    const found = form.exec(end);
    if (found) return shown(expected, found[1] ?? '');
  }
  return undefined;
}

/** Names and values of a list stand apart; a pattern is left as it is. */
function shown(expected: string, said: string): string {
  const listed = expected === '$1' ? said.replaceAll(/'([^']*)'/g, '$1').replaceAll(', ', ' | ') : said;
  const text = expected.replace('$1', () => listed);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
