/** Small messages for tests of validate; persons do not occur in them. */

const STUF = 'http://www.egem.nl/StUF/StUF0301';
export const ZDS = 'http://www.stufstandaarden.nl/koppelvlak/zds0120';

const party = (name: string, applicatie: string) =>
  `<StUF:${name}><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>${applicatie}</StUF:applicatie></StUF:${name}>`;

/** A question that is good in every respect. */
export function question(more: { readonly code?: string; readonly functie?: string } = {}): string {
  return `<ZDS:genereerZaakIdentificatie_Di02 xmlns:ZDS="${ZDS}" xmlns:StUF="${STUF}">
  <ZDS:stuurgegevens>
    <StUF:berichtcode>${more.code ?? 'Di02'}</StUF:berichtcode>
    ${party('zender', 'PROEF')}
    ${party('ontvanger', 'ZAKEN')}
    <StUF:referentienummer>P-0001</StUF:referentienummer>
    <StUF:tijdstipBericht>20260302090000500</StUF:tijdstipBericht>
    <StUF:functie>${more.functie ?? 'genereerZaakidentificatie'}</StUF:functie>
  </ZDS:stuurgegevens>
</ZDS:genereerZaakIdentificatie_Di02>`;
}

export function inEnvelope(content: string, version: '1.1' | '1.2' = '1.1'): string {
  const soap = version === '1.1' ? 'http://schemas.xmlsoap.org/soap/envelope/' : 'http://www.w3.org/2003/05/soap-envelope';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<s:Envelope xmlns:s="${soap}"><s:Body>\n${content}\n</s:Body></s:Envelope>\n`;
}
