/** Reads the file that is named and parses it, and nothing else: what nobody who uses this parser can do without. */
import { readFileSync } from 'node:fs';
import { ParseOption, XmlDocument } from 'libxml2-wasm';

const [, , file] = process.argv;
const option = ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_BIG_LINES;
if (file !== undefined) XmlDocument.fromBuffer(readFileSync(file), { option }).dispose();
