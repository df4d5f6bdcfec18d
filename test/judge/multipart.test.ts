import { expect } from 'chai';
import { judgeTransport } from '../../src/judge/transport.js';
import { madeBody, madeExchange, madeReader } from '../support/made-exchange.js';

const TYPE = 'multipart/related; type="application/xop+xml"; boundary=x';
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const INCLUDE = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:1"/>';
const PARTS =
  `--x\r\nContent-Type: application/xop+xml; type="text/xml"\r\n\r\n<s:Envelope xmlns:s="${SOAP}"><s:Body><a>${INCLUDE}</a></s:Body></s:Envelope>` +
  '\r\n--x\r\nContent-ID: <1>\r\n\r\n%PDF\r\n--x--';

const findings = async (contentType: string, text = PARTS) => {
  const made = madeExchange({ reply: text });
  const reply = { status: 200, headers: [['Content-Type', contentType]] as const, body: madeBody(text) };
  const opened = await madeReader().open(reply);
  const input = { exchange: { ...made, reply }, opened, earlierAnswered: true, failedTwice: false, profile: 'strict' } as const;
  return judgeTransport(input)
    .filter(({ verdict }) => verdict !== 'voldoet')
    .map(({ id, verdict, oorzaak }) => `${id} ${verdict} ${oorzaak}`);
};

describe('a reply in parts', () => {
  it('is allowed, and read', async () => {
    expect(await findings(TYPE)).to.deep.equal([]);
    const opened = await madeReader().open({ status: 200, headers: [['Content-Type', TYPE]], body: madeBody(PARTS) });
    expect(opened.root?.children[0]?.children[0]?.text).to.equal(Buffer.from('%PDF').toString('base64'));
  });

  it('is a fault of the product when no message can be made of it', async () => {
    expect(await findings(TYPE, PARTS.replace('<1>', '<2>'))).to.deep.equal(['BODY-MULTIPART voldoet_niet product']);
    expect(await findings(TYPE.replace('boundary=x', 'boundary=y'))).to.deep.equal(['BODY-MULTIPART voldoet_niet product']);
  });

  it('that is called text/xml is a fault of the product', async () => {
    expect(await findings('text/xml')).to.deep.equal(['BODY-TEXT voldoet_niet product']);
  });
});
