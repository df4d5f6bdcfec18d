import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { rowsOf } from '../../src/report/message-rows.js';
import { CUT_SIGN } from '../../src/report/shortener.js';
import { readShown } from '../../src/report/shown-text.js';
import { bodyOf } from './samples.js';

const none: readonly (readonly [string, string])[] = [];

describe('reading a recorded message for showing', () => {
  it('keeps the beginning of base64 and says how much is left out', async () => {
    const { text } = await readShown(bodyOf(`<a>${'QUJD'.repeat(100)}</a>`).open(), none);
    expect(text).to.match(new RegExp(`^<a>(QUJD)+QU?J?${CUT_SIGN}\\d+${CUT_SIGN}</a>$`));
    expect(text.length).to.be.lessThan(120);
  });

  it('counts on over the lines that are left out', async () => {
    const base64 = `${'QUJDQUJDQUJDQUJDQUJDQUJDQUJD\n'.repeat(50)}`;
    const shown = await readShown(bodyOf(`<a>\n<b>\n${base64}</b>\n<c/>\n</a>`).open(), none);
    const row = rowsOf(shown).rows.find(({ text }) => text.includes('<c/>'));
    expect(row?.line).to.equal(54);
  });

  it('leaves words alone that only look long', async () => {
    const words = 'een omschrijving zonder leestekens die nogal lang is '.repeat(8);
    expect((await readShown(bodyOf(`<a>${words}</a>`).open(), none)).text).to.equal(`<a>${words}</a>`);
  });

  it('reads 50 MB without keeping it', async () => {
    async function* large() {
      yield new TextEncoder().encode('<a>');
      const chunk = new TextEncoder().encode('QUJD'.repeat(256 * 1024));
      for (let index = 0; index < 50; index += 1) yield chunk;
      yield new TextEncoder().encode('</a>');
    }
    const { text } = await readShown(large(), none);
    expect(text).to.match(/52428\d{3}.<\/a>$/u);
    expect(text.length).to.be.lessThan(200);
  });

  it('stops at the beginning of a message that is long without being base64', async () => {
    const { text, notes } = await readShown(bodyOf('<a>woord, </a>'.repeat(20_000)).open(), none);
    expect(text.length).to.be.lessThan(300_000);
    expect(notes.map(({ en }) => en)).to.deep.equal(['shortened: only the beginning is shown']);
  });

  it('unpacks, and says so', async () => {
    const { text, notes } = await readShown(bodyOf(gzipSync('<a/>')).open(), [['content-encoding', 'gzip']]);
    expect(text).to.equal('<a/>');
    expect(notes.map(({ nl }) => nl)).to.deep.equal(['uitgepakt (gzip)']);
  });

  it('says so when it cannot be unpacked', async () => {
    const { notes } = await readShown(bodyOf('geen gzip').open(), [['Content-Encoding', 'gzip']]);
    expect(notes.map(({ en }) => en)).to.include('the content could not be unpacked');
  });

  it('reads the encoding that the message declares', async () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Creëer</a>', 'latin1');
    const { text, notes } = await readShown(bodyOf(latin).open(), none);
    expect(text).to.include('Creëer');
    expect(notes.map(({ en }) => en)).to.deep.equal(['read as windows-1252']);
    const wide = Buffer.from('\u{FEFF}<a>é</a>', 'utf16le');
    expect((await readShown(bodyOf(wide).open(), none)).text).to.equal('<a>é</a>');
  });

  it('reads an encoding that nobody knows as UTF-8', async () => {
    expect((await readShown(bodyOf('<a>é</a>').open(), [['Content-Type', 'text/xml; charset=klingon']])).text).to.equal(
      '<a>é</a>',
    );
  });

  it('shows signs that steer or that nobody sees as a replacement', async () => {
    const { text } = await readShown(bodyOf(`a\u{1B}[31mb\u{202E}c${CUT_SIGN}9${CUT_SIGN}`).open(), none);
    expect(text).to.equal('a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}9\u{FFFD}');
  });

  it('says that an empty message is empty', async () => {
    expect((await readShown(bodyOf('').open(), none)).notes.map(({ en }) => en)).to.deep.equal(['empty']);
  });

  it('keeps the beginning of a message that goes on and on, also when it comes in one piece', async () => {
    const endless = new TextEncoder().encode('<a/>'.repeat(300_000));
    const shown = await readShown(once(endless), []);
    expect(shown.text.length).to.be.lessThan(110_000);
    expect(shown.notes.map((note) => note.en)).to.include('shortened: only the beginning is shown');
  });
});

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
