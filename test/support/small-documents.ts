/** A suite in which documents that are made up are small: their size decides nothing about who plays whom, or who is to blame. */
import { compileTemplate } from '../../src/message/template.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';

export function withSmallDocuments(loaded: LoadedSuite): LoadedSuite {
  const templates = [...loaded.templates].map(([name, { file }]) => {
    const text = loaded.files.get(`${loaded.standard.id}/messages/${name}.xml.hbs`) ?? '';
    return [name, compileTemplate(text.replace(/\{\{bytes \d+\}\}/, '{{bytes 5003}}'), file)] as const;
  });
  return { ...loaded, templates: new Map(templates) };
}
