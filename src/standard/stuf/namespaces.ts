/** The namespaces that StUF 03.01 and its SOAP binding speak in. */

export const STUF = 'http://www.egem.nl/StUF/StUF0301';
export const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
