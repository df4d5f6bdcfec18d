/**
 * Ways in which an honest product may differ from ours: in how it writes, and in what it says. Each makes another text of
 * a reply, from its tree; none of them is wrong.
 */
import { gzipSync } from 'node:zlib';
import { writeXml } from '../../src/message/xml-writer.js';
import type { HeaderList } from '../../src/model/body.js';
import { attributeOf, childOf, type XmlElement } from '../../src/model/xml-element.js';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const STUF = 'http://www.egem.nl/StUF/StUF0301';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export interface Wire {
  readonly bytes: Uint8Array;
  readonly headers?: HeaderList;
}

/** A reply as the variant finds it: its tree, and the request that it answers. */
export interface Honest {
  readonly root: XmlElement;
  readonly request: XmlElement;
  readonly prefixes: Readonly<Record<string, string>>;
}

export type Variant = (of: Honest) => Wire;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const write = ({ root, prefixes }: Honest): string => writeXml(root, prefixes);
/** A variant of what the reply says. */
const saying =
  (edit: (element: XmlElement, of: Honest) => XmlElement | undefined): Variant =>
  (of) => ({ bytes: utf8(write({ ...of, root: edited(of.root, (element) => edit(element, of)) })) });
/** A variant of the text. */
const written =
  (edit: (text: string) => string, headers?: HeaderList): Variant =>
  (of) => ({ bytes: utf8(edit(write(of))), ...(headers && { headers }) });
const typed = (type: string): HeaderList => [['Content-Type', type]];

/** Changes every element from the leaves up; undefined takes it away. */
function edited(element: XmlElement, edit: (element: XmlElement) => XmlElement | undefined): XmlElement {
  const below = {
    ...element,
    children: element.children.flatMap((child) => {
      const made = edit(edited(child, edit));
      return made ? [made] : [];
    }),
  };
  return element.namespace === SOAP && element.name === 'Envelope' ? (edit(below) ?? below) : below;
}

const isLeaf = (element: XmlElement): boolean => element.children.length === 0;
const isNil = (element: XmlElement): boolean => attributeOf(element, XSI, 'nil') === 'true';
const inMessage = (element: XmlElement): boolean => element.namespace !== SOAP;
const named = (element: XmlElement, ...names: readonly string[]): boolean => names.includes(element.name);
const text = (element: XmlElement, value: string): XmlElement => ({ ...element, text: value });

/** Between tags, outside text: a place for white space and comments. */
const betweenTags = (xml: string, what: string): string => xml.replaceAll('><', `>${what}<`);

function latin1(xml: string): Uint8Array {
  return Uint8Array.from(Buffer.from(xml, 'latin1'));
}

function utf16(xml: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${xml}`, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}

/** A default namespace for the message, so that hardly anything has a prefix. */
function withDefault(of: Honest): string {
  const message = of.root.children[0]?.children[0];
  const { StUF = STUF, ...rest } = of.prefixes;
  return writeXml(of.root, { '': message?.namespace ?? STUF, St: StUF, ...rest });
}

export const HOW_IT_WRITES: Readonly<Record<string, Variant>> = {
  'other prefixes': (of) => {
    const renamed = Object.entries(of.prefixes).map(([, namespace], index) => [`n${index}`, namespace]);
    return { bytes: utf8(writeXml(of.root, Object.fromEntries(renamed))) };
  },
  'a default namespace': (of) => ({ bytes: utf8(withDefault(of)) }),
  'attributes in another order': saying((each) => ({ ...each, attributes: each.attributes.toReversed() })),
  'line ends and indents': written((xml) => betweenTags(xml, '\r\n      ')),
  'comments and processing instructions': written(
    (xml) => `<!-- x --><?proef y?>${betweenTags(xml, '<!-- <z/> --><?proef y?>')}<!-- x -->`,
  ),
  'a comment within a value': written((xml) => xml.replaceAll(/>([A-Za-z]{3})([A-Za-z]{2,})</g, '>$1<!-- x -->$2<')),
  'CDATA for every text': written((xml) => xml.replaceAll(/>([^<>&]+)</g, '><![CDATA[$1]]><')),
  'character references': written((xml) =>
    xml.replaceAll(/>([A-Za-z])/g, (_, sign: string) => `>&#x${sign.charCodeAt(0).toString(16)};`),
  ),
  'empty elements with an end tag': written((xml) => xml.replaceAll(/<([\w:.]+)((?:\s[^<>]*)?)\/>/g, '<$1$2></$1>')),
  'single quotes': written((xml) => xml.replaceAll(/="([^"']*)"/g, "='$1'")),
  'an XML declaration': written((xml) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  'namespaces that are not used': written((xml) => xml.replace(/(?=>)/, ' xmlns:ongebruikt="urn:ongebruikt"')),
  'a schema location': written((xml) =>
    xml.replace(/(Body>\s*<[^\s/>]+)/, `$1 xmlns:xs1="${XSI}" xs1:schemaLocation="urn:x x.xsd"`),
  ),
  'nil as 1': saying((each) => ({
    ...each,
    attributes: each.attributes.map((one) => (one.namespace === XSI && one.value === 'true' ? { ...one, value: '1' } : one)),
  })),
  'a byte order mark': written((xml) => `\uFEFF${xml}`),
  'UTF-16, little end first': (of) => ({
    bytes: utf16(`<?xml version="1.0" encoding="UTF-16"?>${write(of)}`, 'le'),
    headers: typed('text/xml; charset=utf-16'),
  }),
  'UTF-16, big end first, told by its mark only': (of) => ({ bytes: utf16(write(of), 'be'), headers: typed('text/xml') }),
  'latin-1, declared in the document': (of) => ({
    bytes: latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${write(of)}`),
    headers: typed('text/xml'),
  }),
  'latin-1, declared in the header': (of) => ({ bytes: latin1(write(of)), headers: typed('text/xml; charset=ISO-8859-1') }),
  'windows-1252, declared in both': (of) => ({
    bytes: latin1(`<?xml version="1.0" encoding="windows-1252"?>${write(of)}`),
    headers: typed('text/xml; charset=windows-1252'),
  }),
  gzip: (of) => ({
    bytes: Uint8Array.from(gzipSync(utf8(write(of)))),
    headers: [...typed('text/xml; charset=utf-8'), ['Content-Encoding', 'gzip']],
  }),
  'a charset in quotes': written((xml) => xml, typed('text/xml; charset="utf-8"')),
  'a charset without a space, in capitals': written((xml) => xml, typed('TEXT/XML;CHARSET=UTF-8')),
  'no charset': written((xml) => xml, typed('text/xml')),
  'another parameter in the Content-Type': written((xml) => xml, typed('text/xml; charset=utf-8; action="x"')),
  'headers of its own': written(
    (xml) => xml,
    [...typed('text/xml; charset=utf-8'), ['X-Powered-By', 'x'], ['Set-Cookie', 'a=b']],
  ),
  'a SOAP header': written((xml) =>
    xml.replace(
      /<((?:\w+:)?)Body/,
      '<$1Header><a:MessageID xmlns:a="http://www.w3.org/2005/08/addressing">urn:x</a:MessageID></$1Header><$1Body',
    ),
  ),
  'an empty SOAP header': written((xml) => xml.replace(/<((?:\w+:)?)Body/, '<$1Header/><$1Body')),
  'an attribute on the Body': written((xml) => xml.replace(/<((?:\w+:)?)Body/, '<$1Body xmlns:w="urn:w" w:Id="b1"')),
};

const REQUEST = (of: Honest, name: string): string => leafNamed(of.request, name)?.text ?? '';

function leafNamed(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = leafNamed(child, name);
    if (found) return found;
  }
  return undefined;
}

export const WHAT_IT_SAYS: Readonly<Record<string, Variant>> = {
  'a referentienummer that is copied': saying((each, of) =>
    named(each, 'referentienummer') ? text(each, REQUEST(of, 'referentienummer')) : each,
  ),
  'a moment to the second': saying((each) => (named(each, 'tijdstipBericht') ? text(each, each.text.slice(0, 14)) : each)),
  'a moment to the day': saying((each) => (named(each, 'tijdstipBericht') ? text(each, each.text.slice(0, 8)) : each)),
  'a user beside its application': saying((each) =>
    named(each, 'zender')
      ? {
          ...each,
          children: [
            ...each.children.filter((one) => one.name !== 'gebruiker'),
            { ...(each.children[0] ?? each), name: 'gebruiker', text: 'jansen' },
          ],
        }
      : each,
  ),
  'no user that we told': saying((each) => (named(each, 'gebruiker') ? undefined : each)),
  'other reasons for emptiness': saying((each) => ({
    ...each,
    attributes: each.attributes.map((one) => (one.name === 'noValue' ? { ...one, value: 'waardeOnbekend' } : one)),
  })),
  'statuses to the millisecond': saying((each) =>
    named(each, 'datumStatusGezet') && /^\d{14}$/.test(each.text) ? text(each, `${each.text}000`) : each,
  ),
  'content in lines': saying((each) =>
    named(each, 'inhoud') && isLeaf(each) ? text(each, each.text.replaceAll(/(.{19})/g, '$1\r\n')) : each,
  ),
  'content in indented lines': saying((each) =>
    named(each, 'inhoud') && isLeaf(each)
      ? text(each, `\n          ${each.text.replaceAll(/(.{19})/g, '$1\n          ')}\n        `)
      : each,
  ),
  'a type of content with its charset': saying((each) => ({
    ...each,
    attributes: each.attributes.map((one) =>
      one.name === 'contentType' ? { ...one, value: `${one.value}; charset=UTF-8` } : one,
    ),
  })),
  'no type of content': saying((each) => ({ ...each, attributes: each.attributes.filter((one) => one.name !== 'contentType') })),
  'keys of its own': saying((each) =>
    named(each, 'object')
      ? { ...each, attributes: [...each.attributes, { namespace: STUF, name: 'sleutelVerzendend', value: ownKey(each) }] }
      : each,
  ),
  'complete dates that are called complete': saying((each) =>
    named(each, 'startdatum') && /^\d{8}$/.test(each.text)
      ? { ...each, attributes: [...each.attributes, { namespace: STUF, name: 'indOnvolledigeDatum', value: 'V' }] }
      : each,
  ),
  'where a document is kept': saying((each) =>
    named(each, 'link') && inMessage(each)
      ? {
          ...each,
          text: 'https://dms.example.org/1',
          attributes: each.attributes.filter((one) => !named({ ...each, name: one.name }, 'nil', 'noValue')),
        }
      : each,
  ),
  'kenmerken in another order': saying((each) => {
    const marks = each.children.filter((one) => one.name === 'kenmerk' && one.children.length > 0).toReversed();
    let next = 0;
    return { ...each, children: each.children.map((one) => (marks.includes(one) ? (marks[next++] ?? one) : one)) };
  }),
  'white space around a number': saying((each) =>
    named(each, 'zaakniveau', 'indicatorVervolgvraag') ? text(each, ` ${each.text}\n`) : each,
  ),
  'a first status of its own': saying((each) => (named(each, 'object') ? withFirstStatus(each) : each)),
  'a name for what we left unnamed': saying((each) =>
    named(each, 'omschrijving') && isNil(each) ? { ...each, text: 'Zaak van het product', attributes: [] } : each,
  ),
};

/** Only in an answer that shows all statuses, which is one that shows the startdatum as well. */
function withFirstStatus(object: XmlElement): XmlElement {
  const index = object.children.findIndex((each) => each.name === 'heeft');
  const model = object.children[index];
  if (!model || !childOf(object, 'startdatum')) return object;
  const leaf = (name: string, value: string): XmlElement => ({ ...model, name, attributes: [], children: [], text: value });
  const unknown = (name: string, ...more: XmlElement['attributes']): XmlElement => ({
    ...leaf(name, ''),
    attributes: [
      ...more,
      { namespace: XSI, name: 'nil', value: 'true' },
      { namespace: STUF, name: 'noValue', value: 'geenWaarde' },
    ],
  });
  const isOnly = !childOf(model, 'datumStatusGezet') || childOf(model, 'datumStatusGezet')?.text === '';
  const status: XmlElement = {
    ...model,
    text: '',
    attributes: [{ namespace: STUF, name: 'entiteittype', value: 'ZAKSTT' }],
    children: [
      {
        ...leaf('gerelateerde', ''),
        attributes: [{ namespace: STUF, name: 'entiteittype', value: 'STT' }],
        children: [leaf('volgnummer', '1'), leaf('omschrijving', 'Ontvangen')],
      },
      unknown('toelichting'),
      leaf('datumStatusGezet', '20200101'),
      leaf('indicatieLaatsteStatus', isOnly ? 'J' : 'N'),
      unknown('isGezetDoor', { namespace: STUF, name: 'entiteittype', value: 'ZAKSTTBTR' }),
    ],
  };
  const others = object.children.filter((each) => each.name !== 'heeft' || !isNil(each));
  const at = others.findIndex((each) => each.name === 'heeft');
  const place = at < 0 ? index : at;
  return { ...object, children: [...others.slice(0, place), status, ...others.slice(place)] };
}

/** A confirmation of receipt where the service description names a confirmation that it was done. */
export const RECEIPT_FOR_DONE: Variant = saying((each, of) => {
  if (each.name !== 'Bv02Bericht') return each;
  const leaf = (name: string, value: string): XmlElement => ({ ...each, name, attributes: [], children: [], text: value });
  const party = (name: string, from: string): XmlElement => ({ ...(leafNamed(of.request, from) ?? each), name });
  const stuurgegevens: XmlElement = {
    ...leaf('stuurgegevens', ''),
    children: [
      leaf('berichtcode', 'Bv03'),
      party('zender', 'ontvanger'),
      party('ontvanger', 'zender'),
      leaf('referentienummer', `PRODUCT-${REQUEST(of, 'referentienummer')}`.slice(0, 40)),
      leaf('tijdstipBericht', '20260101120000'),
      leaf('crossRefnummer', REQUEST(of, 'referentienummer')),
    ],
  };
  return { ...each, name: 'Bv03Bericht', children: [stuurgegevens], text: '' };
});

/** Another key for another object. */
function ownKey(object: XmlElement): string {
  const identificatie = object.children.find((each) => each.name === 'identificatie')?.text.trim() ?? '';
  return `sleutel-${identificatie}`;
}
