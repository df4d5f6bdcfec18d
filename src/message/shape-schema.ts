/**
 * Writes shapes out as XML Schema, so that a validator can hold messages against them: one document a namespace.
 *
 * Attributes are declared locally and qualified, inside an attribute group of their own namespace, since libxml2 does
 * not enforce a fixed value on a reference to a global attribute. Elements of another namespace stand in a model group
 * of that namespace for the same reason: there they can be local, so that each shape keeps its own cardinalities.
 */
import type { AttributeUse, ElementParticle, Particle, Shape, ShapeSet, ValueType } from '../model/shape.js';
import { binaryElementsOfShapes } from './schema-binary-elements.js';
import type { PreparedSchema } from './schema-preparation.js';
import { attributeText, encode, escapeValue, facets, occurs } from './shape-schema-text.js';

const XSD = 'http://www.w3.org/2001/XMLSchema';
/** Home of everything that holds no elements: values, and text with attributes. */
const VALUES = 'urn:ketentest:values';

/** @returns a schema that can be compiled as it is: UTF-8 documents that import each other by file name */
export function writeSchema(shapes: ShapeSet): PreparedSchema {
  const writer = new SchemaWriter(shapes);
  return writer.write();
}

class SchemaWriter {
  readonly #prefixes = new Map<string, string>();
  /** namespace → the top-level declarations of its document */
  readonly #documents = new Map<string, string[]>();
  /** What was declared already: its own text → its name. */
  readonly #declared = new Map<string, string>();
  readonly #names = new Map<string, number>();
  readonly #types = new Map<string, string>();

  constructor(readonly shapes: ShapeSet) {
    this.#prefix(VALUES);
  }

  write(): PreparedSchema {
    for (const [root, shape] of this.shapes.roots) {
      const [, namespace = '', name = ''] = /^\{(.*)\}(.*)$/.exec(root) ?? [];
      this.#declare(namespace, `<element name="${name}" type="${this.#typeOf(shape)}"/>`);
    }
    const namespaces = [...this.#prefixes.keys()].filter((each) => this.#documents.has(each));
    const files = new Map<string, Uint8Array>();
    for (const namespace of namespaces) files.set(this.#file(namespace), encode(this.#document(namespace, namespaces)));
    files.set('schema.xsd', encode(`<schema xmlns="${XSD}">${this.#imports(namespaces)}</schema>\n`));
    const roots = [...this.shapes.roots.keys()];
    return { entry: 'schema.xsd', files, origins: new Map(), roots, binary: binaryElementsOfShapes(this.shapes), notes: [] };
  }

  /** Name of the XSD type of a shape, writing it when nobody did. */
  #typeOf(name: string): string {
    const known = this.#types.get(name);
    if (known) return known;
    const shape = this.shapes.shapes.get(name);
    if (!shape) throw new Error(`no shape is called ${name}`);
    if (shape.value && shape.attributes.length === 0) return this.#remember(name, this.#value(shape.value));
    const home = homeOf(shape);
    const local = this.#unique(name);
    this.#remember(name, `${this.#prefix(home)}:${local}`);
    const attributes = this.#attributes(shape.attributes);
    const body = shape.value
      ? `<simpleContent><extension base="${this.#value(shape.value)}">${attributes}</extension></simpleContent>`
      : `<sequence>${this.#particles(shape.particles, home)}</sequence>${attributes}`;
    this.#declare(home, `<complexType name="${local}">${body}</complexType>`);
    return this.#types.get(name) ?? '';
  }

  #remember(name: string, type: string): string {
    this.#types.set(name, type);
    return type;
  }

  #particles(particles: readonly Particle[], home: string): string {
    return particles.map((each) => this.#particle(each, home)).join('');
  }

  #particle(of: Particle, home: string): string {
    if (of.kind === 'any') return `<any namespace="${of.namespace}" processContents="${of.process}"${occurs(of)}/>`;
    if (of.kind === 'element') return this.#element(of, home);
    const alternatives = of.alternatives.map((each) =>
      each.length === 1 ? this.#particles(each, home) : `<sequence>${this.#particles(each, home)}</sequence>`,
    );
    return `<choice${occurs(of)}>${alternatives.join('')}</choice>`;
  }

  #element(of: ElementParticle, home: string): string {
    const nillable = of.nillable ? ' nillable="true"' : '';
    const preset = attributeText('default', of.default) + attributeText('fixed', of.fixed);
    const text = `<element name="${of.name}" type="${this.#typeOf(of.shape)}"${occurs(of)}${nillable}${preset}/>`;
    if (of.namespace === home) return text;
    const group = this.#shared(
      of.namespace,
      of.name,
      text,
      (name) => `<group name="${name}"><sequence>${text}</sequence></group>`,
    );
    return `<group ref="${group}"/>`;
  }

  #attributes(uses: readonly AttributeUse[]): string {
    const namespaces = [...new Set(uses.map((use) => use.namespace))];
    return namespaces
      .map((namespace) => {
        const qualified = namespace === '' ? '' : ' form="qualified"';
        const text = uses
          .filter((use) => use.namespace === namespace)
          .map((use) => this.#attribute(use, qualified))
          .join('');
        if (namespace === '') return text;
        const name = this.#shared(namespace, 'attributes', text, (of) => `<attributeGroup name="${of}">${text}</attributeGroup>`);
        return `<attributeGroup ref="${name}"/>`;
      })
      .join('');
  }

  #attribute(use: AttributeUse, qualified: string): string {
    const required = use.required ? ' use="required"' : '';
    return `<attribute name="${use.name}" type="${this.#value(use.type)}"${qualified}${required}${attributeText('fixed', use.fixed)}/>`;
  }

  #value(of: ValueType): string {
    const text = facets(of);
    if (!text) return `xs:${of.base}`;
    return this.#shared(
      VALUES,
      of.name,
      `${of.base}${text}`,
      (name) => `<simpleType name="${name}"><restriction base="xs:${of.base}">${text}</restriction></simpleType>`,
    );
  }

  /** Declares something once however often it is needed; @returns its prefixed name. */
  #shared(namespace: string, wanted: string, key: string, make: (name: string) => string): string {
    const full = `${namespace} ${wanted} ${key}`;
    const known = this.#declared.get(full);
    if (known) return known;
    const name = this.#unique(wanted);
    const reference = `${this.#prefix(namespace)}:${name}`;
    this.#declared.set(full, reference);
    this.#declare(namespace, make(name));
    return reference;
  }

  #declare(namespace: string, text: string): void {
    this.#prefix(namespace);
    const document = this.#documents.get(namespace);
    if (document) document.push(text);
    else this.#documents.set(namespace, [text]);
  }

  #unique(wanted: string): string {
    const name = wanted.replace(/[^\w.-]/g, '_').replace(/^[^A-Za-z_]/, '_$&');
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return count === 1 ? name : this.#unique(`${name}_${count}`);
  }

  #prefix(namespace: string): string {
    const known = this.#prefixes.get(namespace);
    if (known) return known;
    const prefix = `n${this.#prefixes.size}`;
    this.#prefixes.set(namespace, prefix);
    return prefix;
  }

  #file(namespace: string): string {
    return `${this.#prefix(namespace)}.xsd`;
  }

  #document(namespace: string, all: readonly string[]): string {
    const declared = [...this.#prefixes].map(([uri, prefix]) => ` xmlns:${prefix}="${escapeValue(uri)}"`).join('');
    const imports = this.#imports(all.filter((each) => each !== namespace));
    const body = (this.#documents.get(namespace) ?? []).join('\n');
    return `<schema xmlns="${XSD}" xmlns:xs="${XSD}"${declared} targetNamespace="${escapeValue(namespace)}" elementFormDefault="qualified">${imports}\n${body}\n</schema>\n`;
  }

  #imports(namespaces: readonly string[]): string {
    return namespaces.map((each) => `<import namespace="${escapeValue(each)}" schemaLocation="${this.#file(each)}"/>`).join('');
  }
}

/** The namespace of most of its elements; there its type is declared. */
function homeOf(shape: Shape): string {
  const counts = new Map<string, number>();
  const count = (particles: readonly Particle[]): void => {
    for (const each of particles) {
      if (each.kind === 'element') counts.set(each.namespace, (counts.get(each.namespace) ?? 0) + 1);
      if (each.kind === 'choice') each.alternatives.forEach(count);
    }
  };
  count(shape.particles);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? VALUES;
}
