/**
 * Judged files as one JSON document: `{"bestanden":[…]}`, one entry a file, in the order given.
 */
import type { FilesTeller } from './files-teller.js';

export function filesJson(): FilesTeller {
  let count = 0;
  return {
    begin: () => '{"bestanden":[',
    each(file) {
      count += 1;
      return `${count > 1 ? ',' : ''}${JSON.stringify(file)}`;
    },
    end: () => ']}',
  };
}
