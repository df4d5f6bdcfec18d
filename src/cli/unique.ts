/** A name that no other process uses: for folders, and for what is put in its place in one move. */
import { randomUUID } from 'node:crypto';

export const unique = (): string => randomUUID();
