/** Names of variables in a short text such as `{{Zaak1.identificatie}}`. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map((match) => match[1] ?? '');
}
