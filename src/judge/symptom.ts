/**
 * How a symptom on the wire is written: what happened, and what to do next. Which of them is a fault of the product and
 * which is not, is decided in transport.ts. Every id stands in docs/findings.md.
 *
 * @see docs/architecture.md, the table of causes under "Outcomes"
 */
import type { Rule } from '../model/judged.js';

export const SOAP_HTTP = { document: 'SOAP11', plaats: '§6' } as const;

export function symptom(id: string, melding: Rule['melding'], advies: Rule['melding'], bron?: Rule['bron']): Rule {
  return { id, ernst: 'fout', verplicht: true, melding, advies, ...(bron && { bron }) };
}
