import { expect } from 'chai';
import { judgeTransport } from '../../src/judge/transport.js';
import { madeBody, madeExchange, madeReader } from '../support/made-exchange.js';

const PARTS =
  '--x\r\nContent-Type: application/xop+xml; type="text/xml"\r\n\r\n<a/>\r\n--x\r\nContent-ID: <1>\r\n\r\n%PDF\r\n--x--';

const findings = async (contentType: string) => {
  const made = madeExchange({ reply: PARTS });
  const reply = { status: 200, headers: [['Content-Type', contentType]] as const, body: madeBody(PARTS) };
  const opened = await madeReader().open(reply);
  const input = { exchange: { ...made, reply }, opened, earlierAnswered: true, failedTwice: false, profile: 'strict' } as const;
  return judgeTransport(input).map(({ id, verdict, oorzaak }) => `${id} ${verdict} ${oorzaak}`);
};

describe('a reply in parts', () => {
  it('is allowed and not read: undecided, and no fault of the product', async () => {
    expect(await findings('multipart/related; type="application/xop+xml"; boundary=x')).to.deep.equal([
      'BODY-MULTIPART niet_beslist harnas',
    ]);
  });

  it('that is called text/xml is a fault of the product', async () => {
    expect(await findings('text/xml')).to.deep.equal(['BODY-TEXT voldoet_niet product']);
  });
});
