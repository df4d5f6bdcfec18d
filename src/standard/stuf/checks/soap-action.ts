/**
 * The SOAPAction header names the operation, as the description of the service does.
 *
 * @see Protocolbindingen voor StUF §4.3
 */
import { headerOf } from '../../../model/body.js';
import type { ExchangeCheck } from '../../family.js';

export const soapAction: ExchangeCheck = ({ service, requestHeaders, request }) => {
  if (request.envelope !== 'soap-1.1') return undefined;
  const header = headerOf(requestHeaders, 'soapaction');
  const found = header?.trim().replace(/^"(.*)"$/, '$1');
  if (found === service.soapAction) return [];
  return [{ path: '.', line: 0, expected: service.soapAction, found: found ?? 'afwezig', side: 'request' }];
};
