/** Every message that the suites of a standard send, filled with the defaults of the role and made-up captures. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JUDGES } from '../../src/judge/index.js';
import { fillText } from '../../src/message/template.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { MessageSource } from '../../src/model/scenario.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { familyOf } from '../../src/standard/index.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { evaluateFunctions } from '../../src/suite/functions.js';
import { type LoadedSuite, loadSuite } from '../../src/suite/load-suite.js';

const SENT_AT = Date.UTC(2026, 7, 1, 10);

export interface OwnMessage {
  /** Template name. */
  readonly name: string;
  readonly message: XmlElement;
}

const LARGE_BYTES = 64 * 1024;

/** @param suites - the suites folder */
export async function ownMessages(suites: string, standard: string): Promise<readonly OwnMessage[]> {
  const roles = readdirSync(join(suites, standard, 'roles'), { withFileTypes: true }).filter((each) => each.isDirectory());
  const made: OwnMessage[] = [];
  for (const { name } of roles) made.push(...makeAll(await loadSuite(openFileSet(suites), `${standard}/${name}`, JUDGES)));
  return made;
}

function makeAll({ suite, standard, templates }: LoadedSuite): readonly OwnMessage[] {
  const constants = suite.variables.map(({ name, value }) => [name, value ?? '9999ABC0001'] as const);
  const values = {
    ...Object.fromEntries(constants),
    ...evaluateFunctions(suite.variables, { now: SENT_AT, token: 'a1b2c3' }),
  };
  const family = familyOf(standard.family);
  const sources = new Map<string, MessageSource & { readonly service: string }>();
  for (const { send, service, readBack } of suite.scenarios.flatMap((scenario) => scenario.steps)) {
    if (send) sources.set(send.template, { ...send, service });
    if (readBack) sources.set(readBack.template, readBack);
  }
  return [...sources].flatMap(([name, source]) => {
    const service = standard.services.find(({ id }) => id === source.service);
    const template = templates.get(name);
    if (!service || !template) return [];
    const own = Object.fromEntries(Object.entries(source.with).map(([key, text]) => [key, fillText(text, values)]));
    const identity = {
      referentienummer: 'R1',
      sentAt: SENT_AT,
      zender: { applicatie: 'KETENTEST' },
      ontvanger: { applicatie: 'ZAAKSYSTEEM' },
    };
    const { body } = family.compose({ standard, service, template, values: { ...values, ...own }, identity });
    // Mutants of a large message say nothing that those of a small one do not, and cost as many copies of it.
    if (body.length > LARGE_BYTES) return [];
    const { root } = readXml(body);
    const message = root && family.read(root).message;
    return message ? [{ name, message }] : [];
  });
}
