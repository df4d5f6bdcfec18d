/**
 * Looks at the beginning of a reply that is no XML message, to say what it is instead.
 */

/** As much of a reply as decides what it is. */
const HEAD_BYTES = 64 * 1024;

/** As much of a reply as a finding quotes, in characters. */
const QUOTE_LENGTH = 160;

/** Lines as the runtimes of JavaScript, Java, .NET, Python and PHP print where an error came from. */
const TRACES = [
  /^\s*at .+?\(?[^\s()]+:\d+:\d+\)?\s*$/m,
  /^\s*at [\w.$<>/]+\((?:[\w$]+\.(?:java|kt|scala|groovy)(?::\d+)?|Native Method|Unknown Source)\)/m,
  /^\s*at [\w.`<>[\]]+\(.*\)(?: in .+:line \d+)?\s*$/m,
  /^Traceback \(most recent call last\):/m,
  /^#\d+ .+\(\d+\): /m,
];

/** The beginning as text, with entities of a web page undone as far as traces need it. */
export function headText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD_BYTES));
}

/** Whether a text shows where in a program an error came from. */
export function holdsStackTrace(text: string): boolean {
  const lines = text
    .replaceAll(/<br\s*\/?>|&#10;|&#xa;/gi, '\n')
    .replaceAll(/<[^>]{0,200}>/g, '')
    .replaceAll(/&nbsp;/g, ' ');
  return TRACES.some((trace) => trace.test(lines));
}

/** Whether a text is a web page. */
export function isWebPage(text: string, contentType: string | undefined): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text) || mediaType(contentType) === 'text/html';
}

/** A short quotation on one line. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line;
}

/** `text/xml` of `Text/XML; charset=utf-8`. */
export function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

/** Whether the header says UTF-8 and the bytes are not. */
export function deniesItsCharset(bytes: Uint8Array, contentType: string | undefined): boolean {
  if (!/;\s*charset\s*=\s*"?utf-?8/i.test(contentType ?? '')) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}
