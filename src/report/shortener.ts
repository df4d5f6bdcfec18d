/**
 * Copies the text of a message and leaves out what goes on too long, piece by piece, without keeping the whole.
 */

export interface Cut {
  /** Index in the text at which something is missing. */
  readonly at: number;
  /** Lines that are missing. */
  readonly lines: number;
}

/** Stands on both sides of the number of characters left out; the sign itself never comes from a message. */
export const CUT_SIGN = '\u{FFFC}';

/** Looks like base64: of such content only this much is kept. */
const BASE64_HEAD = 96;
/** Of other content between two tags, or of one tag, this much is kept. */
const RUN = 4000;
/** Of a whole message this much is kept. */
const TOTAL = 100_000;
export interface Shortener {
  add(text: string): void;
  /** Whether so much was kept that reading on makes no sense. */
  isFull(): boolean;
  end(): { readonly text: string; readonly cuts: readonly Cut[] };
}

/** Leaves out the rest of every run (content between tags, or one tag) that goes on too long. */
export function createShortener(): Shortener {
  const parts: string[] = [];
  const cuts: Cut[] = [];
  let length = 0;
  let run = '';
  let kept = 0;
  let dropped = { chars: 0, lines: 0 };

  function flush(): void {
    const isData = run.length > BASE64_HEAD && /^>?[\r\n\tA-Za-z0-9+/=]+$/.test(run);
    const keep = isData ? run.slice(0, BASE64_HEAD) : run;
    push(keep);
    const rest = run.slice(keep.length);
    const chars = rest.length + dropped.chars;
    if (chars > 0) {
      cuts.push({ at: length, lines: linesIn(rest) + dropped.lines });
      push(`${CUT_SIGN}${chars}${CUT_SIGN}`);
    }
    run = '';
    kept = 0;
    dropped = { chars: 0, lines: 0 };
  }

  function push(text: string): void {
    parts.push(text);
    length += text.length;
  }

  function take(piece: string): void {
    const room = Math.max(0, RUN - kept);
    run += piece.slice(0, room);
    kept += Math.min(room, piece.length);
    const rest = piece.slice(room);
    dropped = { chars: dropped.chars + rest.length, lines: dropped.lines + linesIn(rest) };
  }

  return {
    add(text: string): void {
      // A run begins with the sign that opens or closes a tag, so that content and tags are never one run.
      for (const piece of readable(text).split(/(?=[<>])/)) {
        if (/^[<>]/.test(piece)) flush();
        // A body in memory comes in one chunk, whatever its size.
        if (length > TOTAL) return;
        take(piece);
      }
    },
    isFull: () => length > TOTAL,
    end() {
      flush();
      return { text: parts.join(''), cuts };
    },
  };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Signs that no reader sees, and that could turn the order of the text, are shown as a replacement. */
function readable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FFFC}]/gu, (sign) =>
    /[\t\n\r]/.test(sign) ? sign : '\u{FFFD}',
  );
}
