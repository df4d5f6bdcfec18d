import { expect } from 'chai';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { filesOf, invented, message } from './invented-schema.js';

const prefixes = { BER: 'urn:bericht', BAS: 'urn:basis' };
const inEnvelope = (content: string) =>
  `<?xml version="1.0"?>\n<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">\n<s:Header/>\n<s:Body>\n${content}\n</s:Body>\n</s:Envelope>`;

describe('validating a message', () => {
  let validator: SchemaValidator;
  before(() => {
    validator = compileSchema(prepareSchema(filesOf(invented), ['bericht/bericht.xsd']), prefixes);
  });
  after(() => validator.dispose());

  const validate = (xml: string) => validator.validate(new TextEncoder().encode(xml));
  const violations = (xml: string) => {
    const outcome = validate(xml);
    return outcome.decided ? outcome.violations : undefined;
  };

  it('finds nothing wrong with a good message, bare and in an envelope, again and again', () => {
    for (let time = 0; time < 50; time += 1) {
      expect(violations(message())).deep.equal([]);
      expect(violations(inEnvelope(message()))).deep.equal([]);
    }
  });

  it('gives lines of the envelope, paths from the message and the prefixes of the standard', () => {
    expect(violations(inEnvelope(message({ aantal: 'veel' })))).deep.equal([
      {
        message: "'veel' is not a valid value of the atomic type 'BAS:Aantal'.",
        line: 7,
        path: 'BER:vrucht/BER:aantal',
        expected: 'BAS:Aantal',
      },
    ]);
  });

  it('says what a facet forbids, once', () => {
    expect(violations(message({ aantal: '0' }))).deep.equal([
      {
        message: "The value '0' is less than the minimum value allowed ('1').",
        line: 3,
        path: 'BER:vrucht/BER:aantal',
        expected: 'minInclusive 1',
      },
    ]);
  });

  it('names the attribute that is wrong', () => {
    expect(violations(message({ type: 'PEER' }))).deep.equal([
      {
        message: "The value 'PEER' does not match the fixed value constraint 'APP'.",
        line: 2,
        path: 'BER:vrucht/@BAS:type',
        expected: 'APP',
      },
    ]);
    expect(violations(message({ type: undefined }))).deep.equal([
      { message: "The attribute 'BAS:type' is required but missing.", line: 2, path: 'BER:vrucht', expected: '@BAS:type' },
    ]);
  });

  it('counts siblings of the same name, also when the message uses a default namespace', () => {
    const vrucht = (aantal: string) => `<vrucht b:type="APP" xmlns:b="urn:basis"><aantal>${aantal}</aantal></vrucht>`;
    expect(violations(`<boom xmlns="urn:bericht">${vrucht('1')}${vrucht('x')}</boom>`)?.[0]?.path).equal(
      'BER:vrucht[2]/BER:aantal',
    );
  });

  it('writes expected elements with prefixes and marks the message element itself with a dot', () => {
    expect(violations('<boom xmlns="urn:bericht"/>')).deep.equal([
      { message: 'Missing child element(s). Expected is ( BER:vrucht ).', line: 1, path: '.', expected: 'BER:vrucht' },
    ]);
  });

  it('uses the prefixes of the message where the standard has none', () => {
    const bare = compileSchema(prepareSchema(filesOf(invented), ['bericht/bericht.xsd']));
    const outcome = bare.validate(new TextEncoder().encode(message({ soort: 'geel' })));
    bare.dispose();
    expect(outcome.decided && outcome.violations[0]?.path).equal('M:vrucht/M:kleur');
  });

  it('finds the message in the detail of a fault', () => {
    const fault = (detail: string) => inEnvelope(`<s:Fault><faultcode>s:Server</faultcode><faultstring/>${detail}</s:Fault>`);
    expect(violations(fault(`<detail>${message()}</detail>`))).deep.equal([]);
    expect(violations(fault(`<detail>${message({ aantal: 'x' })}</detail>`))?.length).equal(1);
    expect(validate(fault(''))).deep.include({ decided: false, reason: 'unknown-element' });
  });

  it('does not decide on an element that no schema declares', () => {
    expect(validate('<boom/>')).deep.equal({
      decided: false,
      reason: 'unknown-element',
      detail: 'no schema declares the element "boom" in namespace ""',
    });
    expect(validate(inEnvelope(''))).deep.include({ decided: false, reason: 'unknown-element' });
  });

  it('does not decide on what cannot be read', () => {
    expect(validate('Internal Server Error')).deep.include({ decided: false, reason: 'unknown-element' });
    expect(validate(`<!DOCTYPE x []>${message()}`)).deep.include({ decided: false, reason: 'unknown-element' });
  });

  it('does not follow a schema that a message names', () => {
    const hint = (location: string) =>
      message().replace(
        '<M:boom',
        `<M:boom xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:x ${location} urn:bericht ${location}"`,
      );
    for (const location of ['http://127.0.0.1:9/x.xsd', 'file:///etc/passwd', 'ketentest:///doc0.xsd']) {
      expect(violations(hint(location)), location).deep.equal([]);
    }
    expect(violations(message())).deep.equal([]);
  });

  it('stops listing at 200', () => {
    const vrucht = '<vrucht b:type="APP" xmlns:b="urn:basis"><aantal>x</aantal></vrucht>';
    expect(violations(`<boom xmlns="urn:bericht">${vrucht.repeat(500)}</boom>`)?.length).equal(200);
  });
});
