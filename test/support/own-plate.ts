/** Architecture models of our own invention, in the exchange format. */
import type { ModelFile } from '../../src/suite/ketenplaat/read-ketenplaat.js';

/** The id by which GEMMA knows the standaard of the koppelvlak that the tests run. */
export const HELD = 'be7c3b21-8db0-11e3-67ab-0050568a6153';
const HELD_VERSION = '0176e8b4-8c54-49d7-961f-1ccca0c00d4d';

export interface OwnElement {
  readonly id: string;
  readonly type?: string;
  readonly name?: string;
  readonly gemma?: string;
  readonly object?: string;
  readonly status?: string;
}

export interface OwnRelation {
  readonly id?: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly name?: string;
  readonly strength?: string;
}

export interface OwnPlate {
  readonly elements: readonly OwnElement[];
  readonly relations: readonly OwnRelation[];
  readonly views?: readonly {
    readonly name: string;
    readonly elements: readonly string[];
    readonly relations: readonly string[];
  }[];
}

/** A desk that asks, a cabinet that answers, and the standaard that both should know; one flow between them. */
export const DESK_AND_CABINET: OwnPlate = {
  elements: [
    { id: 'el-desk', name: 'Loket van de proef' },
    { id: 'el-cabinet', name: 'Kast van de proef' },
    { id: 'el-standard', type: 'Constraint', name: 'Proefservices', gemma: 'Standaard', object: HELD },
    {
      id: 'el-version',
      type: 'Constraint',
      name: 'Proefservices 1',
      gemma: 'Standaardversie',
      object: HELD_VERSION,
      status: 'In gebruik',
    },
  ],
  relations: [
    { id: 're-version', type: 'Specialization', source: 'el-version', target: 'el-standard' },
    { id: 're-desk', type: 'Realization', source: 'el-desk', target: 'el-standard', strength: 'Aanbevolen' },
    { id: 're-cabinet', type: 'Realization', source: 'el-cabinet', target: 'el-standard', strength: 'Verplicht' },
    { id: 're-flow', type: 'Flow', source: 'el-desk', target: 'el-cabinet', name: 'map openen' },
  ],
};

export function plateText({ elements, relations, views = [] }: OwnPlate): string {
  const property = (definition: string, value: string | undefined) =>
    value === undefined ? '' : `<property propertyDefinitionRef="${definition}"><value xml:lang="nl">${value}</value></property>`;
  const own = elements.map(
    ({ id, type = 'ApplicationComponent', name = id, gemma, object, status }) => `
    <element identifier="${id}" xsi:type="${type}">
      <name xml:lang="nl">${name}</name>
      <properties>${property('p-type', gemma)}${property('p-object', object)}${property('p-status', status)}</properties>
    </element>`,
  );
  const ties = relations.map(
    ({ type, source, target, name, strength, id = `re-${type}-${source}-${target}` }) => `
    <relationship identifier="${id}" source="${source}" target="${target}" xsi:type="${type}">
      ${name === undefined ? '' : `<name xml:lang="nl">${name}</name>`}
      <properties>${property('p-strength', strength)}</properties>
    </relationship>`,
  );
  const drawn = views.map(
    (view, at) => `
    <view identifier="vi-${at}" xsi:type="Diagram"><name>${view.name}</name>
      ${view.elements.map((id, nth) => `<node identifier="no-${at}-${nth}" elementRef="${id}" xsi:type="Element"/>`).join('')}
      ${view.relations.map((id, nth) => `<connection identifier="co-${at}-${nth}" relationshipRef="${id}" xsi:type="Relationship"/>`).join('')}
    </view>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="mo-1">
  <name xml:lang="nl">Proefplaat</name>
  <elements>${own.join('')}
  </elements>
  <relationships>${ties.join('')}
  </relationships>
  <propertyDefinitions>
    <propertyDefinition identifier="p-type" type="string"><name>GEMMA type</name></propertyDefinition>
    <propertyDefinition identifier="p-object" type="string"><name>Object ID</name></propertyDefinition>
    <propertyDefinition identifier="p-status" type="string"><name>Status</name></propertyDefinition>
    <propertyDefinition identifier="p-strength" type="string"><name>Verbindingsrol</name></propertyDefinition>
  </propertyDefinitions>
  ${drawn.length > 0 ? `<views><diagrams>${drawn.join('')}</diagrams></views>` : ''}
</model>
`;
}

/** @param size - how many bytes come at once */
export function modelFile(text: string, size = 64 * 1024): ModelFile {
  const bytes = Buffer.from(text);
  return {
    name: 'plaat.xml',
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}
