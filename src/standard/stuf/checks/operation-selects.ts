/**
 * The SOAPAction names an operation of the koppelvlak, and the message is the one that this operation takes.
 */
import { headerOf } from '../../../model/body.js';
import type { ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';

export const operationSelects: ExchangeCheck = ({ request, requestHeaders, standard }) => {
  const action = headerOf(requestHeaders, 'soapaction')?.replaceAll('"', '').trim();
  const { message } = request;
  if (!action || !message) return undefined;
  const service = standard.services.find((each) => each.soapAction === action);
  const tell = (expected: string, found: string) => [
    { ...breachAt({ message, standard }, message, { expected, found }), side: 'request' as const },
  ];
  if (!service) return tell('een operatie van het koppelvlak', action);
  const [prefix = '', name = ''] = service.request.element.split(':');
  const isIts = message.name === name && message.namespace === standard.namespaces[prefix];
  return isIts ? [] : tell(service.request.element, message.name);
};
