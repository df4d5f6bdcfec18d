/** Finds base64 in text that comes in pieces, and hands on what it says: on one line or many, of any length. */

export interface Base64Scan {
  add(text: string): void;
  end(): void;
}

/** What takes the decoded bytes of one stretch. */
interface Taker {
  add(chunk: Uint8Array): void;
  end(): void;
}

/** Nine digits take so many signs. */
const SHORTEST = 12;

/** Shorter stretches are decoded only when they look like digits, in signs. */
const SHORT = 40;

/** Digits in base64, wherever they begin. */
const LIKE_DIGITS = /[MNO][DTjz]/;

const STRETCH = /[A-Za-z\d+/_-]{12,}(?:\r?\n[ \t]*[A-Za-z\d+/_-]+)*/g;

/** A stretch that goes on for longer than this is handed on as it comes, in characters. */
const LONG = 1024 * 1024;

/** Texts are looked through this much at a time, in characters. */
const AT_ONCE = 64 * 1024;

/** @param takerAt - for a stretch that begins at a place, `line:column` */
export function scanBase64(takerAt: (place: string) => Taker): Base64Scan {
  let held = '';
  let line = 1;
  let column = 1;
  let taker: Taker | undefined;
  let carried = '';

  const passed = (text: string): void => {
    const last = text.lastIndexOf('\n');
    if (last < 0) column += text.length;
    else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++;
      column = text.length - last;
    }
  };
  const feed = (text: string): void => {
    const whole = carried + text.replaceAll(/\s+/g, '');
    const ready = whole.length - (whole.length % 4);
    carried = whole.slice(ready);
    taker?.add(Buffer.from(whole.slice(0, ready), 'base64'));
  };
  const close = (): void => {
    if (carried !== '') taker?.add(Buffer.from(carried, 'base64'));
    taker?.end();
    taker = undefined;
    carried = '';
  };
  const look = (text: string): void => {
    let at = 0;
    for (const { 0: stretch, index } of text.matchAll(STRETCH)) {
      for (const { part, offset } of partsOf(stretch)) {
        if (part.length < SHORT && !LIKE_DIGITS.test(part)) continue;
        const bytes = Buffer.from(part, 'base64');
        if (!/[\d.+/\0]{4}|[A-Za-z\d+/]{16}/.test(bytes.toString('latin1'))) continue;
        passed(text.slice(at, index + offset));
        at = index + offset;
        const own = takerAt(`${line}:${column}`);
        own.add(bytes);
        own.end();
      }
    }
    passed(text.slice(at));
  };
  const take = (isLast: boolean): void => {
    if (taker) {
      const end = held.search(/[^A-Za-z\d+/_\s-]/);
      feed(end < 0 ? held : held.slice(0, end));
      passed(end < 0 ? held : held.slice(0, end));
      held = end < 0 ? '' : held.slice(end);
      if (end >= 0 || isLast) close();
    }
    if (isLast) {
      look(held);
      return;
    }
    let cut = held.length;
    while (cut > 0 && isPart(held.charCodeAt(cut - 1))) cut--;
    look(held.slice(0, cut));
    held = held.slice(cut);
    if (held.length < LONG) return;
    taker = takerAt(`${line}:${column}`);
    feed(held);
    passed(held);
    held = '';
  };
  return {
    add(text) {
      held += text;
      if (taker || held.length >= AT_ONCE) take(false);
    },
    end() {
      take(true);
      held = '';
    },
  };
}

/** Lines of the same length are one stretch; words below each other are not. */
function partsOf(stretch: string): readonly { readonly part: string; readonly offset: number }[] {
  const lines = [...stretch.matchAll(/[^\s]+/g)];
  const [first] = lines;
  const width = first?.[0].length ?? 0;
  const isOne = width % 4 === 0 && width >= 32 && lines.slice(0, -1).every(([each]) => each.length === width);
  if (lines.length === 1 || isOne) return [{ part: lines.map(([each]) => each).join(''), offset: 0 }];
  return lines.filter(([each]) => each.length >= SHORTEST).map(({ 0: part, index }) => ({ part, offset: index }));
}

/** Whether a sign may stand in base64, or between its lines. */
function isPart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x2f && code <= 0x39) ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x5f ||
    code <= 0x20
  );
}
