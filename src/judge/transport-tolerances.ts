/** What the profile `praktijk` tolerates on the wire: labels that are wrong on a message that is right. */
import type { Tolerance } from '../model/tolerance.js';
import { toleranceId } from '../model/tolerance.js';
import { ENCODING } from './body-rules.js';
import { CONTENT_TYPE } from './http-rules.js';

/** Another XML type than text/xml. */
export const OTHER_XML_TYPE: Tolerance = {
  id: toleranceId(CONTENT_TYPE.id),
  reden: {
    nl: 'koppelingen verschillen in de versie van SOAP en noemen ook application/xml of application/soap+xml; de inhoud is dezelfde',
    en: 'couplings differ in the version of SOAP and also name application/xml or application/soap+xml; the content is the same',
  },
  bron: { document: 'IMPL' },
};

/** A charset in Content-Type that is not that of the bytes, which themselves can be read. */
export const OTHER_CHARSET: Tolerance = {
  id: toleranceId(ENCODING.id),
  reden: {
    nl: 'servers vullen de charset van Content-Type zelf in, terwijl de XML-declaratie klopt; ontvangers lezen de declaratie',
    en: 'servers fill in the charset of Content-Type by themselves while the XML declaration is right; receivers read the declaration',
  },
  bron: { document: 'IMPL' },
};

export const TRANSPORT_TOLERANCES: readonly Tolerance[] = [OTHER_XML_TYPE, OTHER_CHARSET];
