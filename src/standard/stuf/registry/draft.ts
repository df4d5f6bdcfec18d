/**
 * A reply in the making: effects put values at places of the reply, in any order; the layout sorts them out.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import { plainSource, type Source } from './source.js';

export class Draft {
  private readonly children = new Map<string, (Draft | Source)[]>();
  private text = '';

  /** Puts a text at a path of local or prefixed names; the place is made when it is not there. */
  setText(path: string, text: string): void {
    this.at(path).text = text;
  }

  /** Adds something below a path; what stands there already stays. */
  add(path: string, name: string, source: Source | XmlElement): void {
    this.at(path).append(name, 'offer' in source ? source : plainSource(source));
  }

  /** Makes a place without anything in it. */
  touch(path: string): void {
    this.at(path);
  }

  /** Takes away what stands at a path. */
  drop(path: string): void {
    const [, above = '.', last = path] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
    this.at(above).children.delete(last.replace(/^[^:]*:/, ''));
  }

  /** One draft for each child of this name in the child at a place, with everything else besides; a copy without one when there is none. */
  each(place: string, name: string): readonly Draft[] {
    const holder = this.children.get(place)?.find((each) => each instanceof Draft);
    const found = holder?.children.get(name) ?? [];
    if (found.length === 0) return [this.copy()];
    return found.map((child) => {
      const copy = this.copy();
      copy.at(place).children.set(name, [child]);
      return copy;
    });
  }

  get isEmpty(): boolean {
    return this.children.size === 0 && this.text === '';
  }

  asSource(): Source {
    return {
      text: this.text,
      attributes: [],
      nil: false,
      offer: (name) => {
        const found = (this.children.get(name) ?? []).map((each) => (each instanceof Draft ? each.asSource() : each));
        return { found, asked: found.length > 0 ? 'named' : 'no' };
      },
    };
  }

  private copy(): Draft {
    const copy = new Draft();
    copy.text = this.text;
    for (const [name, all] of this.children)
      copy.children.set(
        name,
        all.map((each) => (each instanceof Draft ? each.copy() : each)),
      );
    return copy;
  }

  private append(name: string, child: Draft | Source): void {
    this.children.set(name, [...(this.children.get(name) ?? []), child]);
  }

  private at(path: string): Draft {
    const names = path === '.' ? [] : path.split('/').map((step) => step.replace(/^[^:]*:/, ''));
    return names.reduce<Draft>((at, name) => at.child(name), this);
  }

  private child(name: string): Draft {
    const there = this.children.get(name)?.find((each) => each instanceof Draft);
    if (there) return there;
    const made = new Draft();
    this.append(name, made);
    return made;
  }
}
