/**
 * An invented schema set with the habits of the published ones: one namespace imported from two files, and attributes
 * declared by reference with a fixed value.
 */
const XSD = 'http://www.w3.org/2001/XMLSchema';

export const invented = {
  'basis/basis.xsd': `<schema xmlns="${XSD}" xmlns:B="urn:basis" targetNamespace="urn:basis" elementFormDefault="qualified">
    <annotation><documentation>Invented.</documentation></annotation>
    <attribute name="type" type="B:Type"/>
    <attribute name="proef" type="boolean" fixed="true"/>
    <attribute name="bereik"><simpleType><restriction base="string"><enumeration value="alles"/><enumeration value="niets"/></restriction></simpleType></attribute>
    <simpleType name="Type"><restriction base="string"><maxLength value="4"/></restriction></simpleType>
    <complexType name="Ruim"><sequence/><attribute ref="B:bereik"/></complexType>
  </schema>`,
  'basis/getallen.xsd': `<schema xmlns="${XSD}" xmlns:B="urn:basis" targetNamespace="urn:basis">
    <include schemaLocation="basis.xsd"/>
    <simpleType name="Aantal"><restriction base="int"><minInclusive value="1"/></restriction></simpleType>
  </schema>`,
  'basis/kleuren.xsd': `<schema xmlns="${XSD}" xmlns:B="urn:basis" targetNamespace="urn:basis">
    <include schemaLocation="./basis.xsd"/>
    <simpleType name="Kleur"><restriction base="string"><enumeration value="rood"/></restriction></simpleType>
  </schema>`,
  'bericht/bericht.xsd': `<schema xmlns="${XSD}" xmlns:B="urn:basis" xmlns:M="urn:bericht" targetNamespace="urn:bericht" elementFormDefault="qualified">
    <import namespace="urn:basis" schemaLocation="../basis/getallen.xsd"/>
    <import namespace="urn:basis" schemaLocation="../basis/kleuren.xsd"/>
    <element name="boom"><complexType><sequence>
      <element name="vrucht" maxOccurs="unbounded"><complexType><sequence>
        <element name="aantal" type="B:Aantal" nillable="true"/>
        <element name="kleur" type="B:Kleur" minOccurs="0"/>
        <element name="rest" minOccurs="0"><complexType><complexContent><restriction base="B:Ruim">
          <sequence/><attribute ref="B:bereik" fixed="alles"/>
        </restriction></complexContent></complexType></element>
      </sequence><attribute ref="B:type" use="required" fixed="APP"/><attribute ref="B:proef"/></complexType></element>
    </sequence></complexType></element>
  </schema>`,
};

export interface Choices {
  readonly aantal?: string;
  readonly soort?: string;
  readonly type?: string | undefined;
  readonly bereik?: string | undefined;
  readonly proef?: string | undefined;
}

/** A message that is valid when nothing is chosen otherwise. */
export function message(choices: Choices = {}): string {
  const { aantal, soort, type, bereik, proef } = {
    aantal: '3',
    soort: 'rood',
    type: 'APP',
    bereik: 'alles',
    proef: 'true',
    ...choices,
  };
  const attribute = (name: string, value: string | undefined) => (value === undefined ? '' : ` B:${name}="${value}"`);
  return `<M:boom xmlns:M="urn:bericht" xmlns:B="urn:basis">
  <M:vrucht${attribute('type', type)}${attribute('proef', proef)}>
    <M:aantal>${aantal}</M:aantal>
    <M:kleur>${soort}</M:kleur>
    <M:rest${attribute('bereik', bereik)}/>
  </M:vrucht>
</M:boom>`;
}

export function filesOf(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}
