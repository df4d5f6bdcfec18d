/** Every rule of a reply bites: one change that trips it, and the good reply that does not. */
import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import type { ServiceDefinition, StandardDefinition } from '../../../src/model/standard-definition.js';
import type { ReplyFindings } from '../../../src/standard/family.js';
import { readFacts } from '../../../src/standard/stuf/facts.js';
import { judgeReply } from '../../../src/standard/stuf/judge-reply.js';

const STUF = 'http://www.egem.nl/StUF/StUF0301';
const BOOT = 'http://example.org/vaartuigen';

const practice = (id: string) => ({
  id,
  praktijk: { id: `PRAKTIJK-${id}`, reden: { nl: 'komt voor', en: 'occurs' }, bron: { document: 'VTG' } },
});
const rules = ['STUF-PB-SO-01', 'STUF-PB-SO-10', 'STUF-0301-FO-08', 'STUF-0301-RF-03'].map(practice);
const standard = { namespaces: { StUF: STUF, VTG: BOOT }, rules } as unknown as StandardDefinition;

const notify = {
  id: 'meldVaartuig',
  asynchronous: true,
  request: { element: 'VTG:vtgLk01', code: 'Lk01', entiteittype: 'VTG' },
  replies: [{ element: 'StUF:Bv03Bericht', code: 'Bv03' }],
  fault: { element: 'StUF:Fo03Bericht', code: 'Fo03' },
} as unknown as ServiceDefinition;

const ask = {
  id: 'geefVaartuig',
  asynchronous: false,
  request: { element: 'VTG:vtgLv01', code: 'Lv01', entiteittype: 'VTG' },
  replies: [
    { element: 'VTG:vtgLa01', code: 'La01' },
    {
      element: 'StUF:Bv02Bericht',
      code: 'Bv02',
      tolerated: { id: 'VTG-TOL-01', reason: { nl: 'mag ook', en: 'also allowed' }, bron: { document: 'VTG' } },
    },
  ],
  fault: { element: 'StUF:Fo02Bericht', code: 'Fo02' },
} as unknown as ServiceDefinition;

const party = (name: string, applicatie: string) =>
  `<StUF:${name}><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>${applicatie}</StUF:applicatie></StUF:${name}>`;

const REQUEST = `<Lk xmlns:StUF="${STUF}"><stuurgegevens><StUF:berichtcode>Lk01</StUF:berichtcode>${party('zender', 'KTN')}${party('ontvanger', 'REG')}<StUF:referentienummer>KT-1</StUF:referentienummer></stuurgegevens></Lk>`;

const STUURGEGEVENS = `${party('zender', 'REG')}${party('ontvanger', 'KTN')}<StUF:referentienummer>R-9</StUF:referentienummer><StUF:tijdstipBericht>20260101120000</StUF:tijdstipBericht><StUF:crossRefnummer>KT-1</StUF:crossRefnummer>`;

const soap = (body: string, version = 'http://schemas.xmlsoap.org/soap/envelope/') =>
  `<s:Envelope xmlns:s="${version}" xmlns:StUF="${STUF}" xmlns:VTG="${BOOT}"><s:Body>${body}</s:Body></s:Envelope>`;

const BV03 = `<StUF:Bv03Bericht><StUF:stuurgegevens><StUF:berichtcode>Bv03</StUF:berichtcode>${STUURGEGEVENS}</StUF:stuurgegevens></StUF:Bv03Bericht>`;

const fault = (kind: string, code = 'StUF058', plek = 'server') =>
  `<s:Fault><faultcode>s:${plek === 'server' ? 'Server' : 'Client'}</faultcode><faultstring>stuk</faultstring><detail><StUF:${kind}Bericht><StUF:stuurgegevens><StUF:berichtcode>${kind}</StUF:berichtcode>${kind === 'Fo02' ? '' : STUURGEGEVENS}</StUF:stuurgegevens><StUF:body><StUF:code>${code}</StUF:code><StUF:plek>${plek}</StUF:plek><StUF:omschrijving>stuk</StUF:omschrijving></StUF:body></StUF:${kind}Bericht></detail></s:Fault>`;

function judge(
  xml: string,
  { service = notify, status = 200, faultDue = false, profile = 'strict' as 'strict' | 'praktijk' } = {},
): ReplyFindings {
  const facts = (text: string) => {
    const { root } = readXml(new TextEncoder().encode(text));
    if (!root) throw new Error('the test message is not well-formed');
    return readFacts(root);
  };
  return judgeReply({
    standard,
    service,
    request: facts(REQUEST),
    reply: facts(xml),
    status,
    contentType: 'text/xml',
    profile,
    faultDue,
  });
}

/** Ids of the rules of severity fout that did not hold. */
const broken = (found: ReplyFindings) =>
  [...found.envelope, ...found.kind, ...found.correlation]
    .filter((each) => each.ernst === 'fout' && each.verdict === 'voldoet_niet')
    .map((each) => each.id);

describe('a StUF reply', () => {
  it('trips nothing when it is good', () => {
    const found = judge(soap(BV03));
    expect([...found.envelope, ...found.kind, ...found.correlation].filter((each) => each.verdict !== 'voldoet')).to.deep.equal(
      [],
    );
  });

  const changes: readonly [name: string, xml: string, options: Parameters<typeof judge>[1], ids: readonly string[]][] = [
    ['another crossRefnummer', soap(BV03.replace('KT-1', 'KT-2')), {}, ['STUF-0301-RT-02']],
    [
      'addresses that are not swapped',
      soap(BV03.replace('REG', 'XXX').replace('KTN', 'REG').replace('XXX', 'KTN')),
      {},
      ['STUF-0301-RT-01', 'STUF-0301-RT-01'],
    ],
    [
      'a Bv03 without tijdstipBericht',
      soap(BV03.replace(/<StUF:tijdstip.*?<\/StUF:tijdstipBericht>/, '')),
      {},
      ['STUF-0301-BV-02'],
    ],
    ['a berichtcode of another message', soap(BV03.replace('>Bv03<', '>Bv01<')), {}, ['STUF-0301-SG-07']],
    [
      'another message element',
      soap(BV03.replaceAll('Bv03Bericht', 'Bv01Bericht').replace('>Bv03<', '>Bv01<')),
      {},
      ['STUF-0301-RT-07'],
    ],
    ['a changed namespace', soap(BV03.replaceAll('StUF:Bv03Bericht', 'VTG:Bv03Bericht')), {}, ['STUF-0301-RT-07']],
    ['two children in the Body', soap(BV03 + BV03), {}, ['STUF-PB-SO-02']],
    ['SOAP 1.2', soap(BV03, 'http://www.w3.org/2003/05/soap-envelope'), {}, ['STUF-PB-SO-01']],
    ['a confirmation with status 500', soap(BV03), { status: 500 }, ['STUF-PB-SO-09']],
    ['an Fo03 where Bv03 is due', soap(fault('Fo03')), { status: 500 }, ['STUF-0301-RT-07']],
    ['an Fo02 on an asynchronous message', soap(fault('Fo02')), { status: 500 }, ['STUF-0301-RT-07', 'STUF-0301-FO-09']],
    ['an Fo03 on a question', soap(fault('Fo03')), { status: 500, service: ask }, ['STUF-0301-RT-07', 'STUF-0301-FO-08']],
    ['a fault with status 200', soap(fault('Fo03')), { status: 200, faultDue: true }, ['STUF-PB-SO-09']],
    [
      'a faultcode that is not the plek',
      soap(fault('Fo03').replace('s:Server', 's:Client')),
      { status: 500, faultDue: true },
      ['STUF-PB-SO-10'],
    ],
    ['an Fo03 where Fo02 is due', soap(fault('Fo03')), { status: 500, faultDue: true, service: ask }, ['STUF-0301-FO-08']],
    ['no fault where one is due', soap(BV03), { faultDue: true }, ['STUF-0301-FO-09']],
    [
      'an Fo02 with more than a berichtcode',
      soap(fault('Fo02').replace('</StUF:berichtcode>', `</StUF:berichtcode>${STUURGEGEVENS}`)),
      { status: 500, faultDue: true, service: ask },
      ['STUF-0301-BV-01'],
    ],
  ];
  for (const [name, xml, options, ids] of changes) {
    it(`is refused for ${name}`, () => {
      expect(broken(judge(xml, options))).to.deep.equal(ids);
    });
  }

  it('passes as the fault that is due', () => {
    expect(broken(judge(soap(fault('Fo03')), { status: 500, faultDue: true }))).to.deep.equal([]);
    expect(broken(judge(soap(fault('Fo02')), { status: 500, faultDue: true, service: ask }))).to.deep.equal([]);
  });

  it('is accepted with an aandachtspunt when the sources contradict each other', () => {
    const found = judge(
      soap(
        '<StUF:Bv02Bericht><StUF:stuurgegevens><StUF:berichtcode>Bv02</StUF:berichtcode></StUF:stuurgegevens></StUF:Bv02Bericht>',
      ),
      { service: ask },
    );
    expect(broken(found)).to.deep.equal([]);
    expect(found.kind.find((each) => each.id === 'VTG-TOL-01')).to.include({ ernst: 'aandachtspunt', verdict: 'voldoet_niet' });
  });

  const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
  const due = { status: 500, faultDue: true };
  /** What the profile praktijk tolerates, and what is almost that and is not. */
  const tolerated: readonly [id: string, name: string, xml: string, near: string, options: Parameters<typeof judge>[1]][] = [
    [
      'STUF-PB-SO-01',
      'SOAP 1.2',
      soap(BV03, SOAP_12),
      BV03.replace('<StUF:Bv03Bericht', `<StUF:Bv03Bericht xmlns:StUF="${STUF}"`),
      {},
    ],
    ['STUF-0301-FO-08', 'an Fo03 to a question', soap(fault('Fo03')), soap(fault('Fo01')), { ...due, service: ask }],
    [
      'STUF-PB-SO-10',
      'a faultcode of SOAP 1.2',
      soap(fault('Fo03').replace('s:Server', 's:Receiver')),
      soap(fault('Fo03').replace('s:Server', 's:Sender')),
      due,
    ],
    ['STUF-0301-RF-03', 'a copied referentienummer', soap(BV03.replace('R-9', 'KT-1')), '', {}],
  ];
  for (const [id, name, xml, near, options] of tolerated) {
    const found = (text: string, profile: 'strict' | 'praktijk') => {
      const { envelope, kind, correlation } = judge(text, { ...options, profile });
      return [...envelope, ...kind, ...correlation].filter((each) => each.verdict === 'voldoet_niet' && each.id === id);
    };
    it(`is only remarked upon in the profile praktijk with ${name}`, () => {
      expect(found(xml, 'strict')).to.have.length(1);
      expect(found(xml, 'strict')[0]?.ernst).not.to.equal('aandachtspunt');
      expect(found(xml, 'praktijk')).to.have.length(1);
      expect(found(xml, 'praktijk')[0]).to.include({ ernst: 'aandachtspunt', verplicht: false, tolerantie: `PRAKTIJK-${id}` });
      expect(broken(judge(xml, { ...options, profile: 'praktijk' }))).to.deep.equal([]);
    });
    if (near === '') continue;
    it(`is refused in both profiles with what is almost ${name}`, () => {
      for (const profile of ['strict', 'praktijk'] as const) {
        expect(found(near, profile)[0], profile).to.include({ ernst: 'fout' }).and.not.to.have.property('tolerantie');
      }
    });
  }

  it('may have a fault in the words of SOAP 1.2 where that is tolerated', () => {
    const words = fault('Fo03')
      .replace(
        /<faultcode>.*<\/faultstring>/,
        '<s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text>stuk</s:Text></s:Reason>',
      )
      .replaceAll('detail>', 's:Detail>')
      .replaceAll('</s:Detail', '</s:Detail');
    expect(broken(judge(soap(words, SOAP_12), { ...due, profile: 'praktijk' }))).to.deep.equal([]);
    expect(broken(judge(soap(words, SOAP_12), due))).to.deep.equal(['STUF-PB-SO-01']);
  });

  it('gets a warning when it copies the referentienummer of the request', () => {
    const found = judge(soap(BV03.replace('R-9', 'KT-1')));
    expect(broken(found)).to.deep.equal([]);
    expect(found.correlation.find((each) => each.id === 'STUF-0301-RF-03')).to.include({
      verdict: 'voldoet_niet',
      ernst: 'waarschuwing',
    });
  });

  it('gets a warning when a synchronous answer leaves crossRefnummer out', () => {
    const answer = `<VTG:vtgLa01><VTG:stuurgegevens><StUF:berichtcode>La01</StUF:berichtcode></VTG:stuurgegevens></VTG:vtgLa01>`;
    const found = judge(soap(answer), { service: ask });
    expect(broken(found)).to.deep.equal([]);
    expect(found.correlation[0]).to.include({ id: 'STUF-0301-RT-06', verdict: 'voldoet_niet', ernst: 'waarschuwing' });
  });
});
