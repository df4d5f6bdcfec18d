/** The second reading of a ketenplaat: what a chain is made of is kept; everything else is counted. */
import type { StreamedElement } from '../../message/stream-element.js';
import {
  KEPT_ELEMENTS,
  KEPT_RELATIONS,
  type Ketenplaat,
  type PlateElement,
  type PlateRelation,
  type PlateView,
} from './ketenplaat.js';
import { OpenItem } from './open-item.js';
import type { PlateIndex } from './plate-index.js';

const TYPE = 'http://www.w3.org/2001/XMLSchema-instance';

/** A stranger can invent types without end; those beyond are counted together. */
const MOST_TYPES = 200;
const OTHERS = '…';

export class PlateContents {
  readonly #index: PlateIndex;
  readonly #path: string[] = [];
  readonly #elements = new Map<string, PlateElement>();
  readonly #relations = new Map<string, PlateRelation>();
  readonly #views: PlateView[] = [];
  readonly #counts = new Map<string, { seen: number; kept: number }>();
  #item: OpenItem | undefined;
  #view: { readonly elements: Set<string>; readonly relations: Set<string> } | undefined;
  #name = '';

  /** @param index - of the same file */
  constructor(index: PlateIndex) {
    this.#index = index;
  }

  ketenplaat(sha256: string): Ketenplaat {
    const { model, complaints, complained } = this.#index;
    return {
      ...{ id: model, name: this.#name, sha256, complaints, complained },
      elements: this.#elements,
      relations: [...this.#relations.values()],
      views: this.#views,
      counts: this.#counts,
    };
  }

  start(element: StreamedElement): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(element.name);
    if (element.depth === 1 && element.name === 'name') this.#item = new OpenItem(element, '');
    const section = this.#path[1];
    if (element.depth === 2 && section === 'elements') this.#element(element);
    else if (element.depth === 2 && section === 'relationships') this.#relation(element);
    else if (section === 'views') this.#drawn(element);
    this.#item?.start(element, parent, this.#index.properties);
  }

  text(text: string): void {
    this.#item?.text(text);
  }

  end(): void {
    this.#path.pop();
    const item = this.#item;
    item?.end();
    if (!item || this.#path.length > item.depth) return;
    this.#item = undefined;
    if (item.depth === 1) this.#name ||= item.name;
    else if (item.tag === 'view') this.#keepView(item);
    else this.#keep(item);
  }

  #element(element: StreamedElement): void {
    const type = element.attribute('type', TYPE) ?? '';
    this.#count(type);
    if (KEPT_ELEMENTS.has(type)) this.#item = new OpenItem(element, type);
  }

  #relation(element: StreamedElement): void {
    const type = element.attribute('type', TYPE) ?? '';
    this.#count(type);
    const [source = '', target = ''] = ['source', 'target'].map((end) => this.#reference(element, end) ?? '');
    const isKept = KEPT_RELATIONS.has(type) && this.#elements.has(source) && this.#elements.has(target);
    if (isKept) this.#item = new OpenItem(element, type, { source, target });
  }

  #drawn(element: StreamedElement): void {
    if (element.name === 'view') {
      this.#count('view');
      this.#item = new OpenItem(element, 'view');
      this.#view = { elements: new Set(), relations: new Set() };
    } else if (element.name === 'node') {
      const id = this.#reference(element, 'elementRef');
      if (id !== undefined && this.#elements.has(id)) this.#view?.elements.add(id);
    } else if (element.name === 'connection') {
      const id = this.#reference(element, 'relationshipRef');
      if (id !== undefined && this.#relations.has(id)) this.#view?.relations.add(id);
    }
  }

  /** @returns undefined when it names nothing, or nothing that is there */
  #reference(element: StreamedElement, attribute: string): string | undefined {
    const id = element.attribute(attribute);
    if (id === undefined || this.#index.ids.has(id)) return id;
    this.#index.complain({ kind: 'dangling', id: id.slice(0, 200), in: element.name, line: element.line });
    return undefined;
  }

  #keep({ id, line, type, name, properties, ends, tag }: OpenItem): void {
    // What stands there twice was told of; the first one counts.
    if (id === '' || this.#elements.has(id) || this.#relations.has(id)) return;
    if (ends) this.#relations.set(id, { id, line, type, name, properties, ...ends });
    else {
      if (name === '') this.#index.complain({ kind: 'nameless', id, in: tag, line });
      this.#elements.set(id, { id, line, type, name: name || id, properties });
    }
    this.#kept(type);
  }

  #keepView({ id, line, name }: OpenItem): void {
    const view = this.#view;
    this.#view = undefined;
    if (!view || (view.relations.size === 0 && view.elements.size < 2)) return;
    this.#views.push({ id, line, name: name || id, ...view });
    this.#kept('view');
  }

  #count(type: string): void {
    this.#counter(type).seen += 1;
  }

  #kept(type: string): void {
    this.#counter(type).kept += 1;
  }

  #counter(type: string): { seen: number; kept: number } {
    const known = this.#counts.get(type);
    if (known) return known;
    const key = this.#counts.size < MOST_TYPES ? type.slice(0, 60) : OTHERS;
    const made = this.#counts.get(key) ?? { seen: 0, kept: 0 };
    this.#counts.set(key, made);
    return made;
  }
}
