/**
 * Every scenario that provokes a fault takes the fault that is due and no other: of another kind, with another code, by the
 * wrong plek, or none at all. Held against replies that are right in everything else.
 */
import { expect } from 'chai';
import { judgeReply } from '../../src/judge/every-reply.js';
import { judgeFaultDue } from '../../src/judge/fault-due.js';
import { JUDGES } from '../../src/judge/index.js';
import { openRuleBook, type RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import { stepOutcome } from '../../src/model/outcome.js';
import type { FaultDue, Step } from '../../src/model/scenario.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { familyOf } from '../../src/standard/index.js';
import { madeExchange } from '../support/made-exchange.js';
import { openOwnSuite } from '../support/reference-run.js';
import { compactBasis } from '../support/reference-server.js';

const STUF = 'http://www.egem.nl/StUF/StUF0301';
const REQUEST = `<StUF:vraag xmlns:StUF="${STUF}"><StUF:stuurgegevens><StUF:berichtcode>Lk01</StUF:berichtcode><StUF:zender><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>KTN</StUF:applicatie></StUF:zender><StUF:ontvanger><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>ZAAK</StUF:applicatie></StUF:ontvanger><StUF:referentienummer>R1</StUF:referentienummer></StUF:stuurgegevens></StUF:vraag>`;

const full =
  '<StUF:zender><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>ZAAK</StUF:applicatie></StUF:zender><StUF:ontvanger><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>KTN</StUF:applicatie></StUF:ontvanger><StUF:referentienummer>F1</StUF:referentienummer><StUF:tijdstipBericht>20260302093000000</StUF:tijdstipBericht><StUF:crossRefnummer>R1</StUF:crossRefnummer>';

interface Fault {
  readonly kind: string;
  readonly code: string;
  readonly plek: string;
  readonly text: string;
}

const soap = (body: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:StUF="${STUF}"><s:Body>${body}</s:Body></s:Envelope>`;
const fault = ({ kind, code, plek, text }: Fault) =>
  soap(
    `<s:Fault><faultcode>s:${plek === 'client' ? 'Client' : 'Server'}</faultcode><faultstring>${text}</faultstring><detail><StUF:${kind}Bericht><StUF:stuurgegevens><StUF:berichtcode>${kind}</StUF:berichtcode>${kind === 'Fo02' ? '' : full}</StUF:stuurgegevens><StUF:body><StUF:code>${code}</StUF:code><StUF:plek>${plek}</StUF:plek><StUF:omschrijving>${text}</StUF:omschrijving></StUF:body></StUF:${kind}Bericht></detail></s:Fault>`,
  );
const confirmed = (kind: string) =>
  soap(
    `<StUF:${kind}Bericht><StUF:stuurgegevens><StUF:berichtcode>${kind}</StUF:berichtcode>${kind === 'Bv02' ? '' : full}</StUF:stuurgegevens></StUF:${kind}Bericht>`,
  );

for (const id of ['zds-1.1', 'zds-1.2']) {
  describe(`the faults that ${id} provokes`, function () {
    this.timeout(120_000);
    let standard: StandardDefinition;
    let due: readonly { readonly path: string; readonly step: Step; readonly fault: FaultDue }[];
    let basis: OpenSchemaBasis;
    let rules: RuleBook;

    before(async () => {
      const suite = await openOwnSuite(`${id}/zaaksysteem-verdieping`);
      standard = suite.standard;
      basis = await compactBasis(standard);
      rules = openRuleBook(standard, familyOf(standard.family));
      due = suite.suite.scenarios.flatMap((scenario) =>
        scenario.steps.flatMap((step) => (step.fault ? [{ path: `${scenario.id}/${step.nr}`, step, fault: step.fault }] : [])),
      );
      expect(JUDGES.size).to.be.greaterThan(0);
    });
    after(() => {
      basis.dispose();
      rules[Symbol.dispose]();
    });

    const table = (): Readonly<Record<string, readonly [plek: string, kinds: string]>> => {
      const check = standard.rules.find((rule) => rule.id === 'STUF-0301-FO-02')?.check;
      if (check?.kind !== 'code') throw new Error('no table of fault codes');
      return check.options.table as Readonly<Record<string, readonly [string, string]>>;
    };

    const outcome = async ({ step, fault: of }: (typeof due)[number], reply: string, status = 500) => {
      const service = standard.services.find((each) => each.id === step.service);
      if (!service) throw new Error(step.service);
      const exchange = madeExchange({
        request: REQUEST,
        reply,
        status,
        purpose: { scenario: 'f', step: step.nr, service: service.id },
      });
      const findings = await judgeReply({
        record: { exchanges: [exchange], established: new Set(), disproved: new Set() },
        ...{ exchange, service, values: {}, due: of, wrongOnPurpose: true },
        tools: {
          ...{ standard, family: familyOf(standard.family), reader: createMessageReader(), bases: [basis] },
          ...{ profile: 'praktijk' as const, rules },
        },
      });
      return { verdict: stepOutcome(findings).verdict, findings };
    };

    const right = ({ step, fault: of }: (typeof due)[number]): Fault => {
      const isLater = standard.services.find((each) => each.id === step.service)?.asynchronous === true;
      const code = of.codes?.[0] ?? 'StUF058';
      return {
        kind: isLater ? 'Fo03' : 'Fo02',
        code,
        plek: table()[code]?.[0] ?? 'server',
        text: of.about?.[0] ?? 'Het lukte niet',
      };
    };

    it('pass when they come as they are due', async () => {
      const wrong: string[] = [];
      for (const one of due) {
        const { verdict, findings } = await outcome(one, fault(right(one)));
        if (verdict !== 'voldoet')
          wrong.push(`${one.path}: ${findings.filter((each) => each.verdict !== 'voldoet').map((each) => each.id)}`);
      }
      expect(wrong).to.deep.equal([]);
    });

    const others: readonly [name: string, change: (of: Fault) => Partial<Fault>, applies?: (of: FaultDue) => boolean][] = [
      ['of another kind', ({ kind }) => ({ kind: kind === 'Fo03' ? 'Fo02' : 'Fo01' })],
      ['with a code that means something else', () => ({ code: 'StUF004', plek: 'server' }), ({ codes }) => codes !== undefined],
      ['with a code of our own making, where one is prescribed', () => ({ code: 'ZKN001' }), ({ prescribed }) => prescribed],
      ['that another has to mend', ({ plek }) => ({ plek: plek === 'client' ? 'server' : 'client' })],
    ];
    for (const [name, change, applies = () => true] of others) {
      it(`turn red when they come ${name}`, async () => {
        const passed: string[] = [];
        for (const one of due.filter((each) => applies(each.fault))) {
          const made = right(one);
          const { verdict } = await outcome(one, fault({ ...made, ...change(made) }));
          if (verdict !== 'voldoet_niet') passed.push(`${one.path}: ${verdict}`);
        }
        expect(passed).to.deep.equal([]);
      });
    }

    it('turn red when the usual reply comes, where it is not right too', async () => {
      const passed: string[] = [];
      for (const one of due.filter((each) => !each.fault.optional)) {
        const { verdict } = await outcome(one, confirmed(right(one).kind === 'Fo03' ? 'Bv03' : 'Bv02'), 200);
        if (verdict !== 'voldoet_niet') passed.push(`${one.path}: ${verdict}`);
      }
      expect(passed).to.deep.equal([]);
    });

    it('are at least fifty, of which most say which codes fit', () => {
      expect(due.length).to.be.at.least(50);
      expect(due.filter((each) => each.fault.codes === undefined).map((each) => each.path)).to.have.length.at.most(3);
    });
  });
}

describe('the text of a provoked fault', () => {
  const judged = (omschrijving: string, details?: string) =>
    judgeFaultDue(
      { codes: ['StUF058'], prescribed: false, about: ['gevonden', 'unknown'] },
      {
        envelope: 'soap-1.1',
        bodyChildren: 1,
        fout: { code: 'StUF058', plek: 'server', omschrijving, ...(details && { details }) },
      },
      () => 'general',
    ).filter((each) => each.verdict === 'voldoet_niet');

  it('names what was wrong, in omschrijving or details, in whatever case', () => {
    expect(judged('Niet Gevonden')).to.deep.equal([]);
    expect(judged('Proces mislukt', 'object UNKNOWN')).to.deep.equal([]);
  });
  it('is remarked upon when it is about something else, and never more than that', () => {
    expect(judged('Database niet bereikbaar').map(({ id, ernst }) => [id, ernst])).to.deep.equal([
      ['FOUT-OORZAAK', 'aandachtspunt'],
    ]);
  });
});
