/**
 * Looks at the beginning of a reply that is no XML message, to say what it is instead.
 */
import { isUtf8 } from 'node:buffer';
import { afterPreamble } from '../message/xml-preamble.js';

/** As much of a reply as decides what it is. */
const HEAD_BYTES = 64 * 1024;

/** As much of a reply as a finding quotes, in characters. */
const QUOTE_LENGTH = 160;

/** Lines as the runtimes of JavaScript, Java, .NET, Python and PHP print where an error came from. */
const TRACES = [
  /^at .{0,300}?\(?[^\s()]+:\d+:\d+\)?$/,
  /^at [\w.$<>/]+\((?:[\w$]+\.(?:java|kt|scala|groovy)(?::\d+)?|Native Method|Unknown Source)\)/,
  /^at [\w.`<>[\]]+\(.*\)(?: in .+:line \d+)?$/,
  /^Traceback \(most recent call last\):/,
  /^#\d+ .+\(\d+\): /,
];

/** Lines of a trace are no longer than this; the more of a longer line is not looked at. */
const LINE_LENGTH = 300;

/** The beginning as text, with entities of a web page undone as far as traces need it. */
export function headText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD_BYTES));
}

/** Whether a text shows where in a program an error came from. */
export function holdsStackTrace(text: string): boolean {
  const lines = text
    .replaceAll(/<br\s*\/?>|&#10;|&#xa;/gi, '\n')
    .replaceAll(/<[^>]{0,200}>/g, '')
    .replaceAll(/&nbsp;/g, ' ')
    .split('\n')
    .map((line) => line.trim().slice(0, LINE_LENGTH));
  return lines.some((line) => TRACES.some((trace) => trace.test(line)));
}

/** Whether a text is a web page. */
export function isWebPage(text: string, contentType: string | undefined): boolean {
  return /^<(?:!doctype\s+html|html)\b/i.test(afterPreamble(text)) || mediaType(contentType) === 'text/html';
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
  return /;\s*charset\s*=\s*"?utf-?8/i.test(contentType ?? '') && !isUtf8(bytes);
}
