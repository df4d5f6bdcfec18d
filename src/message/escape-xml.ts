/** Text as it may stand in XML, in content and in attributes. */
/** Escapes a value for XML text and for attributes in double quotes; keeps line ends readable by a parser. */
export function escapeXml(value: string): string {
  return value.replaceAll(/[&<>"\r]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#13;');
}
