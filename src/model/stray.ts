/**
 * A message that came and that nobody waits for: it is kept, and told with what it is nearest to.
 */
export interface Stray {
  /** Path of the step that it is nearest to. */
  readonly nearest?: string;
  /**
   * The first thing in which it differs from what that step waits for: `SOAPAction` or `element`; of what is no message at all
   * `methode`, `Content-Type` or `inhoud`.
   */
  readonly differs?: { readonly what: string; readonly expected: string; readonly found: string };
  /** Paths of the steps that it fits equally well. */
  readonly among?: readonly string[];
}
