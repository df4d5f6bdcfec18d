import { expect } from 'chai';
import { readWatchFile } from '../../src/suite/watch-file.js';
import { refusal } from '../harness-error.js';

const RELAY = '{ between: [a, b], standard: lampen-1.0, listen: "127.0.0.1:0", to: "http://b/" }';
const file = (relays: string, more = '') => `relays:\n  een: ${relays}\n${more}`;

describe('a file that says where to watch', () => {
  it('is read with who speaks, who passes on and who answers', () => {
    const more = '  twee: { between: [b, c], standard: lampen-1.0, listen: "[::1]:8080", to: "https://c/x", allow: [::1] }\n';
    const { setup, relays, facts } = readWatchFile(
      `${file(RELAY, more)}actors: { b: { naam: De bus, product: Bus, version: 7 } }\nproduct: x\n`,
      'k.yaml',
    );
    expect(setup.actors.map(({ id, plays, naam }) => [id, plays, naam.nl])).to.deep.equal([
      ['a', 'vrager', 'a'],
      ['b', 'tussenstation', 'De bus'],
      ['c', 'aanbieder', 'c'],
    ]);
    expect(setup.hops.map(({ id }) => id)).to.deep.equal(['a-b', 'b-c']);
    expect(setup.rewrites).to.deep.equal(['referentienummer', 'crossRefnummer']);
    expect(relays[1]).to.deep.include({ listen: { host: '::1', port: 8080 }, to: 'https://c/x', allow: ['::1'] });
    expect(facts).to.deep.equal({ b: { product: 'Bus', version: '7' } });
    expect(setup.title).to.equal('Meegelezen verkeer');
  });

  it('may have two relays between the same two, that speak the same', () => {
    const more = `  twee: ${RELAY}\n`;
    expect(readWatchFile(file(RELAY, more), 'k.yaml').setup.hops).to.have.length(1);
  });

  const broken: readonly (readonly [name: string, text: string, said: string])[] = [
    ['no relays', 'product: x', 'k.yaml: there is no "relays"'],
    ['an empty file', '', 'k.yaml: there is no "relays"'],
    ['an empty list', 'relays: {}', 'k.yaml:1:1: names no relay'],
    ['an unknown name', file(RELAY.replace('to:', 'naar:')), 'k.yaml:2:'],
    ['one party', file(RELAY.replace('[a, b]', '[a]')), 'k.yaml:2:10: relays.een.between'],
    ['a party that speaks with itself', file(RELAY.replace('[a, b]', '[a, a]')), 'k.yaml:2:10: "a" does not speak with itself'],
    ['a name with a dash', file(RELAY.replace('[a, b]', '[a, b-c]')), 'expected letters, digits, _ and . (no -)'],
    ['no address', file(RELAY.replace('127.0.0.1:0', 'hier')), 'expected HOST:PORT'],
    ['a port that is none', file(RELAY.replace(':0"', ':70000"')), 'expected a port up to 65535'],
    ['a target that is no URL', file(RELAY.replace('http://b/', 'b')), 'k.yaml:2:72: expected an http or https URL'],
    [
      'a party that is nowhere',
      file(RELAY, 'actors: { bb: { naam: x } }'),
      'k.yaml:3:11: no relay stands between "bb" and another; did you mean',
    ],
    [
      'two relays at one address',
      `relays:\n  een: ${RELAY.replace(':0"', ':81"')}\n  twee: ${RELAY.replace(':0"', ':81"')}`,
      'k.yaml:2:3: listens where "twee" does',
    ],
    [
      'two standards on one hop',
      file(RELAY, `  twee: ${RELAY.replace('1.0', '2.0')}`),
      'speaks lampen-1.0 where "twee" speaks lampen-2.0',
    ],
    ['what is no YAML', 'relays: [', 'k.yaml:1:'],
  ];
  for (const [name, text, said] of broken)
    it(`is refused with ${name}`, async () => {
      const error = await refusal(() => readWatchFile(text, 'k.yaml'), 'CONFIG_INVALID');
      expect(error.message).to.contain(said);
    });
});
