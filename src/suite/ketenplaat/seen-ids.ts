/**
 * Which identifiers a file holds, in eight bytes for each: to tell that one stands there twice, or that something refers to
 * one that is not there, all of them have to be remembered, and their texts would be larger than what the chains need.
 */

/** No model has so many; a file with more is refused. */
export const MOST_IDS = 4_000_000;

const FIRST_ROOM = 4096;

export class SeenIds {
  /** Two halves of a fingerprint for each place; 0, 0 is a free one. */
  #table = new Uint32Array(2 * FIRST_ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns false when it was there already */
  add(id: string): boolean {
    if (2 * this.#size >= this.#table.length / 2) this.#grow();
    const [one, two] = fingerprint(id);
    const place = placeOf(this.#table, one, two);
    if (this.#table[place] !== 0 || this.#table[place + 1] !== 0) return false;
    this.#table[place] = one;
    this.#table[place + 1] = two;
    this.#size += 1;
    return true;
  }

  has(id: string): boolean {
    const [one, two] = fingerprint(id);
    const place = placeOf(this.#table, one, two);
    return this.#table[place] === one && this.#table[place + 1] === two;
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const [one = 0, two = 0] = [before[at], before[at + 1]];
      if (one === 0 && two === 0) continue;
      const place = placeOf(this.#table, one, two);
      this.#table[place] = one;
      this.#table[place + 1] = two;
    }
  }
}

/** Where a fingerprint stands, or would stand. */
function placeOf(table: Uint32Array, one: number, two: number): number {
  const places = table.length / 2;
  for (let place = one % places; ; place = (place + 1) % places) {
    const [first, second] = [table[2 * place], table[2 * place + 1]];
    if ((first === 0 && second === 0) || (first === one && second === two)) return 2 * place;
  }
}

/** Two hashes of 32 bits; that both agree for two identifiers of one file does not happen by chance. */
function fingerprint(id: string): readonly [number, number] {
  let [one, two] = [0x811c9dc5, 0x41c6ce57];
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5f356495) + 0x6d2b79f5;
    two ^= two >>> 15;
  }
  return [(one ^ (one >>> 13)) >>> 0 || 1, two >>> 0];
}
