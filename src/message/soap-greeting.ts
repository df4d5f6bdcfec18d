/**
 * An envelope without a message: a server that speaks SOAP 1.1 answers it with a fault, and stores nothing.
 */
const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The bytes of an empty SOAP 1.1 envelope, in UTF-8. */
export function soapGreeting(): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${SOAP_11}"><soap:Body/></soap:Envelope>`,
  );
}

/** True when the bytes look like a SOAP 1.1 envelope; enough to tell a service from a web page. */
export function looksLikeSoap(text: string): boolean {
  return text.includes(SOAP_11) && /<(?:[\w.-]+:)?Envelope[\s>]/.test(text);
}
