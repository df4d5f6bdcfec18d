/**
 * A foutbericht against the table of fault codes: who has to mend it, and in which kind of foutbericht it may travel.
 * Options: `table`, fault code → `[plek, kinds]`, where kinds are the last digits of the foutberichten.
 *
 * @see StUF 03.01 §4.4.3, tables 4.1 and 8.1
 */
import { HarnessError } from '../../../model/harness-error.js';
import { descend, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, MessageCheck, MessageCheckInput } from '../../family.js';
import { breachAt } from './place.js';

/** plek is `client` or `server`, and the one of the code when the standard knows it. */
export const faultPlek: MessageCheck = (input) => {
  const plek = descend(input.message, 'body', 'plek');
  if (!plek) return undefined;
  const known = faultOf(input)?.row?.plek;
  const allowed = known === undefined ? ['client', 'server'] : [known];
  return allowed.includes(plek.text.trim()) ? [] : [tell(input, plek, allowed)];
};

/** A code of the standard travels in the kinds that the table gives; another code only in Fo01 and Fo02. */
export const faultKind: MessageCheck = (input) => {
  const fault = faultOf(input);
  const code = descend(input.message, 'stuurgegevens', 'berichtcode');
  if (!fault || !code) return undefined;
  const allowed = fault.row ? [...fault.row.kinds].map((kind) => `Fo0${kind}`) : ['Fo01', 'Fo02'];
  const kind = code.text.trim();
  return allowed.includes(kind) ? [] : [{ ...tell(input, code, allowed), as: kind }];
};

/** A code that is not of the standard begins with the code of a sector model, as the namespaces are called. */
export const faultOwner: MessageCheck = (input) => {
  const fault = faultOf(input);
  if (!fault) return undefined;
  const sectors = Object.keys(input.standard.namespaces).filter((prefix) => /^[A-Z]+$/.test(prefix));
  const own = sectors.some((prefix) => fault.code.toLowerCase().startsWith(prefix.toLowerCase()));
  return fault.row || own ? [] : [tell(input, fault.element, ['StUF001 … StUF960', ...sectors.map((prefix) => `${prefix}…`)])];
};

interface Fault {
  readonly element: XmlElement;
  readonly code: string;
  /** Absent for a code that the standard does not have. */
  readonly row?: { readonly plek: string; readonly kinds: string };
}

function faultOf({ message, options }: MessageCheckInput): Fault | undefined {
  const element = descend(message, 'body', 'code');
  if (!element) return undefined;
  const code = element.text.trim();
  const row = tableOf(options)[code];
  if (row === undefined) return { element, code };
  const [plek, kinds] = Array.isArray(row) ? row.map(String) : [];
  if (plek === undefined || kinds === undefined) {
    throw new HarnessError('SUITE_INVALID', `the table of fault codes has no plek and kinds for ${code}`);
  }
  return { element, code, row: { plek, kinds } };
}

function tableOf({ table }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof table === 'object' && table !== null) return table as Readonly<Record<string, unknown>>;
  throw new HarnessError('SUITE_INVALID', 'a check of fault codes needs the option "table"');
}

function tell(input: MessageCheckInput, element: XmlElement, expected: readonly string[]): Breach {
  return breachAt(input, element, { expected: expected.join(' / '), found: element.text.trim() });
}
