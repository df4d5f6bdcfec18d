/**
 * A confirmation of receipt says that the stuurgegevens were looked at: a message whose berichtcode, entiteittype or
 * functie is not that of the service is not confirmed.
 *
 * @see StUF 03.01 §4.4.1, §4.4.3, table 4.1 (StUF022 to StUF040)
 */
import type { ExchangeCheck } from '../../family.js';

export const technicalChecks: ExchangeCheck = ({ service, request, reply }) => {
  if (!service.asynchronous || !reply?.message) return undefined;
  const wrong = [
    { name: 'berichtcode', wanted: service.request.code, found: request.berichtcode },
    { name: 'entiteittype', wanted: service.request.entiteittype, found: request.entiteittype },
    { name: 'functie', wanted: service.request.functie, found: request.functie },
  ].find(({ wanted, found }) => wanted !== undefined && wanted !== found);
  if (!wrong) return undefined;
  if (reply.berichtcode !== 'Bv03') return [];
  return [{ path: '.', line: reply.message.line, expected: 'Fo03', found: `Bv03 (${wrong.name} ${wrong.found ?? 'afwezig'})` }];
};
