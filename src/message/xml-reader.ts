/**
 * Reads a recorded message: bytes in, a plain tree or the reason why there is none.
 */
import type { OpenedMessage } from '../model/record.js';
import { sureTree } from './sure-tree.js';
import { withDocument } from './xml-document.js';
import { treeOf } from './xml-tree.js';

/**
 * Reads any bytes; hostile ones too.
 * @param bytes - as received, content encoding taken off
 * @throws {HarnessError} `MESSAGE_TOO_LARGE` above 700 MB
 */
export function readXml(bytes: Uint8Array): OpenedMessage {
  const sure = sureTree(bytes);
  if (sure) return { root: sure };
  const looked = withDocument(bytes, (document) => treeOf(document.root));
  return 'problem' in looked ? { problem: looked.problem } : { root: looked.value };
}
