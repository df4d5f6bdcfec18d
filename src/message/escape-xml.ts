/** Text as it may stand in XML, in content and in attributes. */
/** Escapes a value for XML text and for attributes in double quotes; keeps line ends readable by a parser. */
export function escapeXml(value: string): string {
  return ESCAPED.test(value) ? value.replaceAll(ALL_ESCAPED, (sign) => REFERENCES[sign] ?? '&#13;') : value;
}

const ESCAPED = /[&<>"\r]/;
const ALL_ESCAPED = /[&<>"\r]/g;
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
