/** Which entities go by a key. Most keys belong to one entity, and there may be a great many keys. */
import { ownText } from './own-text.js';

export class NumberIndex {
  private readonly byKey = new Map<string, number | Set<number>>();

  of(key: string): Iterable<number> {
    const found = this.byKey.get(key);
    return found === undefined ? [] : typeof found === 'number' ? [found] : found;
  }

  add(key: string, number: number): void {
    const found = this.byKey.get(key);
    if (found === undefined) this.byKey.set(ownText(key), number);
    else if (typeof found !== 'number') found.add(number);
    else if (found !== number) this.byKey.set(key, new Set([found, number]));
  }

  delete(key: string, number: number): void {
    const found = this.byKey.get(key);
    if (found === number) this.byKey.delete(key);
    else if (found instanceof Set && found.delete(number) && found.size === 0) this.byKey.delete(key);
  }
}
