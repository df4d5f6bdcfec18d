/** Durations as people write them: `500ms`, `30s`, `2m`, `1h`. */

const MILLIS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

export const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;

/** @returns undefined for what is no duration */
export function millisIn(text: string): number | undefined {
  const match = DURATION.exec(text);
  return match ? Math.round(Number(match[1]) * MILLIS[match[2] as keyof typeof MILLIS]) : undefined;
}
