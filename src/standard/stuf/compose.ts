/**
 * Makes a StUF message ready to go: stuurgegevens, envelope, SOAPAction.
 *
 * @see Protocolbindingen voor StUF 03.02.04 §4.3 (SOAPAction)
 */
import type { OutgoingMessage } from '../../model/plan.js';
import type { ComposeInput } from '../family.js';
import { wrap } from './envelope.js';
import { dropUndefined } from './facts.js';
import { type Stuurgegevens, tijdstip, writeStuurgegevens } from './stuurgegevens.js';

/**
 * Fills the template of a service's request and wraps it.
 * @throws {HarnessError} `VARIABLE_UNSET` when the template uses a name without a value
 */
export function compose({ service, template, values, identity, ...wrong }: ComposeInput): OutgoingMessage {
  const right = {
    berichtcode: service.request.code,
    zender: identity.zender,
    ontvanger: identity.ontvanger,
    referentienummer: identity.referentienummer,
    tijdstipBericht: tijdstip(identity.sentAt),
    ...dropUndefined({ entiteittype: service.request.entiteittype, functie: service.request.functie }),
  };
  const stuurgegevens = writeStuurgegevens(changed(right, wrong.stuurgegevens ?? {}));
  return {
    headers: [
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['SOAPAction', `"${wrong.soapAction ?? service.soapAction}"`],
    ],
    body: wrap(template.render(values, { stuurgegevens })),
    referentienummer: identity.referentienummer,
  };
}

/** `zender.applicatie` changes a part of an address, any other name an element. */
function changed(right: Stuurgegevens, changes: Readonly<Record<string, string>>): Stuurgegevens {
  const wrong: Record<string, unknown> = { ...right };
  for (const [name, value] of Object.entries(changes)) {
    const [element = '', part] = name.split('.');
    wrong[element] = part === undefined ? value : { ...(wrong[element] as object | undefined), [part]: value };
  }
  return wrong as unknown as Stuurgegevens;
}
