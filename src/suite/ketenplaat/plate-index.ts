/** The first reading of a ketenplaat: which identifiers there are, and what its properties are called. */
import type { StreamedElement } from '../../message/stream-element.js';
import type { Tekst } from '../../model/finding.js';
import type { HarnessError } from '../../model/harness-error.js';
import { KEPT_PROPERTIES, type PlateComplaint } from './ketenplaat.js';
import { MOST_IDS, SeenIds } from './seen-ids.js';

/** The namespace of versions 3.0 to 3.2 of the format. */
export const EXCHANGE = 'http://www.opengroup.org/xsd/archimate/3.0/';

/** A section → what stands in it and has an identifier. */
const HOLDS: Readonly<Record<string, string>> = {
  elements: 'element',
  relationships: 'relationship',
  propertyDefinitions: 'propertyDefinition',
  diagrams: 'view',
};

/** What refers to something stands behind it; the schema of the format has this order. */
const ORDER = ['elements', 'relationships', 'views'];

/** More complaints are counted, and nobody reads them. */
const TOLD = 50;

export class PlateIndex {
  readonly ids = new SeenIds();
  /** Identifier of a property definition → its name, of those that matter. */
  readonly properties = new Map<string, string>();
  readonly complaints: PlateComplaint[] = [];
  complained = 0;
  model = '';
  readonly #path: string[] = [];
  readonly #invalid: (line: number, text: Tekst) => HarnessError;
  #definition: string | undefined;
  #name = '';
  #last = 0;

  constructor(invalid: (line: number, text: Tekst) => HarnessError) {
    this.#invalid = invalid;
  }

  complain(complaint: PlateComplaint): void {
    this.complained += 1;
    if (this.complaints.length < TOLD) this.complaints.push(complaint);
  }

  start(element: StreamedElement): void {
    const { name, line, depth } = element;
    if (depth === 0) this.#root(element);
    if (depth === 1) this.#section(name, line);
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (HOLDS[parent] === name) this.#identified(element);
    else if (name === 'name' && parent === 'propertyDefinition') this.#name = '';
  }

  text(text: string): void {
    if (this.#definition !== undefined && this.#path.at(-1) === 'name' && this.#name.length < 100) this.#name += text;
  }

  end(): void {
    if (this.#path.pop() !== 'propertyDefinition' || this.#definition === undefined) return;
    const name = this.#name.trim();
    if (KEPT_PROPERTIES.has(name)) this.properties.set(this.#definition, name);
    this.#definition = undefined;
  }

  #root(element: StreamedElement): void {
    if (element.name !== 'model' || element.namespace !== EXCHANGE) {
      const seen = `{${element.namespace}}${element.name}`.slice(0, 120);
      throw this.#invalid(element.line, {
        nl: `dit is geen model in het uitwisselformaat AMEFF 3 (verwacht: {${EXCHANGE}}model; gevonden: ${seen})`,
        en: `this is no model in the exchange format AMEFF 3 (expected: {${EXCHANGE}}model; found: ${seen})`,
      });
    }
    this.model = element.attribute('identifier') ?? '';
  }

  #section(name: string, line: number): void {
    const place = ORDER.indexOf(name);
    if (place < 0) return;
    if (place < this.#last) {
      throw this.#invalid(line, {
        nl: `<${name}> staat na <${ORDER[this.#last]}>; voorgeschreven is de volgorde ${ORDER.join(', ')}`,
        en: `<${name}> stands after <${ORDER[this.#last]}>; the format prescribes the order ${ORDER.join(', ')}`,
      });
    }
    this.#last = place;
  }

  #identified(element: StreamedElement): void {
    const { name, line } = element;
    const id = element.attribute('identifier') ?? '';
    if (id === '') this.complain({ kind: 'nameless', id, in: name, line });
    else if (!this.ids.add(id)) this.complain({ kind: 'twice', id: id.slice(0, 200), in: name, line });
    if (this.ids.size > MOST_IDS) {
      throw this.#invalid(line, { nl: `er staan meer dan ${MOST_IDS} dingen in`, en: `it holds more than ${MOST_IDS} things` });
    }
    if (name === 'propertyDefinition') this.#definition = id;
  }
}
