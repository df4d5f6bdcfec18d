/** Whether what a check speaks of was masked: paths of the manifest beside paths of the report. */

/**
 * @param masked - as in the manifest: local names from the root of the document
 * @param path - as in the report: from the message element, with prefixes and positions; of an element or of what is in it
 */
export function isMaskedPath(masked: readonly string[], path: string): boolean {
  const steps = path
    .split('/')
    .map((step) => step.replace(/\[\d+\]$/, '').replace(/^(@?)(?:[^:]*:)?/, '$1'))
    .filter((step) => step !== '' && step !== '.');
  const sought = steps.join('/');
  return sought !== '' && masked.some((each) => each === sought || each.endsWith(`/${sought}`) || each.includes(`/${sought}/`));
}
