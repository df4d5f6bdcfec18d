/** Why a document that is read piece by piece cannot be read on. */

export type Refused =
  | { readonly kind: 'encoding' | 'doctype' | 'empty' | 'unfinished' | 'outside-root' | 'character' }
  | { readonly kind: 'malformed' | 'entity' | 'prefix' | 'too-deep' | 'too-long' | 'wrong-end'; readonly near: string };

/** Called when the document cannot be read on. @param line - from 1 */
export type Refuse = (what: Refused, line: number) => never;

/** As much as a person needs to find the place. */
export function near(text: string): string {
  return text.slice(0, 40).replaceAll(/\s+/g, ' ');
}
