/**
 * A run in which the product sends is killed: what was answered is never lost, its report can be made, and going on with
 * it takes up where it was: nothing is asked of the product or of a person twice.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../src/model/report.js';
import type { Manifest } from '../src/report/manifest.js';
import { callCli, startCli } from './support/cli-process.js';

const SUITE = 'zds-1.1/zaakservice-consumer-verdieping';
const FIRST = 'zcv.1.genereerZaakIdentificatie-getoond';
const SECOND = 'zcv.2.geefZaakdetails-getoond';

const STUURGEGEVENS = (code: string, reference: string, more: string) =>
  `<StUF:berichtcode>${code}</StUF:berichtcode>` +
  '<StUF:zender><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>ZAAKCONSUMER</StUF:applicatie><StUF:gebruiker>m</StUF:gebruiker></StUF:zender>' +
  '<StUF:ontvanger><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>KETENTEST</StUF:applicatie></StUF:ontvanger>' +
  `<StUF:referentienummer>${reference}</StUF:referentienummer><StUF:tijdstipBericht>20260131120000</StUF:tijdstipBericht>${more}`;

const ASK_NUMBER = (reference: string) =>
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><ZKN:genereerZaakIdentificatie_Di02 xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301">' +
  `<ZKN:stuurgegevens>${STUURGEGEVENS('Di02', reference, '<StUF:functie>genereerZaakidentificatie</StUF:functie>')}</ZKN:stuurgegevens>` +
  '</ZKN:genereerZaakIdentificatie_Di02></s:Body></s:Envelope>';

describe('a run that listens and is killed', function () {
  this.timeout(120_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketentest-kill-listening-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const json = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(folder, 'r', name), 'utf8')) as T;
  /** From now on nothing comes any more: then there is no need to wait long. */
  const hurry = async (name: string): Promise<void> => {
    const file = join(folder, name, 'prive', 'opdracht.json');
    const { settings, ...rest } = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...rest, settings: { ...settings, waitMillis: 300 } }));
  };
  const words = ['--only', 'zcv.1.*', '--only', 'zcv.2.*'];

  it('has what was answered in its report, and goes on without asking for it again', async () => {
    const first = startCli(folder, 'run', SUITE, '--out', 'r', '--wait', '10m', ...words);
    const url = await said(first.child, /VrijeBerichten: (\S+)/);
    expect(await post(url, 'genereerZaakIdentificatie_Di02', ASK_NUMBER('KT0000000001'))).to.equal(200);
    await said(first.child, /(ketentest answer r zcv\.1\S+\/2)/);
    const answer = await callCli(folder, 'answer', 'r', `${FIRST}/2`, 'ja', '--by', 'A. Tester');
    expect(answer.status, answer.stderr).to.equal(0);
    await said(first.child, /(open the data of zaak)/);
    first.child.kill('SIGKILL');
    await first.ended;

    expect((await callCli(folder, 'report', 'r')).status).to.equal(3);
    const killed = await json<Report>('rapport.json');
    expect(killed.uitvoering.einde).to.equal('cancelled');
    expect(killed.resultaat.tellingen.bevestigingen).to.deep.equal({ ja: 1, niet_gevraagd: 1 });
    expect((await json<Manifest>('bewijs/manifest.json')).uitwisselingen).to.have.length(1);

    await hurry('r');
    const second = await callCli(folder, 'run', '--continue', 'r');
    expect(second.status, second.stderr).to.equal(3);
    expect(second.stderr).to.include('open the data of zaak').and.not.to.include('have the product ask for a zaakidentificatie');
    const whole = await json<Report>('rapport.json');
    expect(whole.uitvoering).to.deep.include({ einde: 'done', gestartOp: killed.uitvoering.gestartOp });
    const [one, two] = whole.scenarios;
    expect([one?.verdict, two?.verdict]).to.deep.equal(['voldoet', 'niet_beslist']);
    expect(one?.stappen[1]?.handmatigeBevestiging).to.deep.equal(killed.scenarios[0]?.stappen[1]?.handmatigeBevestiging);
    expect((await json<Manifest>('bewijs/manifest.json')).uitwisselingen).to.have.length(1);
    expect(whole.onverwacht).to.equal(undefined);
    expect(SECOND).to.equal(two?.id);
  });

  it('stops within two seconds while it waits for a person, with a report', async function () {
    if (process.platform === 'win32') this.skip();
    const run = startCli(folder, 'run', SUITE, '--out', 's', '--wait', '10m', ...words);
    const url = await said(run.child, /VrijeBerichten: (\S+)/);
    await post(url, 'genereerZaakIdentificatie_Di02', ASK_NUMBER('KT0000000002'));
    await said(run.child, /(ketentest answer s zcv\.1\S+\/2)/);
    run.child.kill('SIGINT');
    expect((await run.ended).status).to.equal(3);
    const report = JSON.parse(await readFile(join(folder, 's', 'rapport.json'), 'utf8')) as Report;
    expect([report.uitvoering.einde, report.resultaat.totaal]).to.deep.equal(['cancelled', 'niet_vastgesteld']);
    expect(report.resultaat.tellingen.bevestigingen).to.deep.equal({ geen_antwoord: 1, niet_gevraagd: 1 });

    // What it was stopped at is taken anew.
    await hurry('s');
    await writeFile(join(folder, 'a.yaml'), `by: B. Tester\nanswers: { ${FIRST}/2: ja }\n`);
    const continued = await callCli(folder, 'run', '--continue', 's', '--answers', 'a.yaml');
    expect(continued.status, continued.stderr).to.equal(3);
    const whole = JSON.parse(await readFile(join(folder, 's', 'rapport.json'), 'utf8')) as Report;
    expect(whole.scenarios.slice(0, 2).map(({ verdict }) => verdict)).to.deep.equal(['voldoet', 'niet_beslist']);
    expect(whole.scenarios[0]?.stappen[1]?.handmatigeBevestiging).to.include({ stand: 'ja', door: 'B. Tester' });
  });
});

/** What the process says on standard error, as soon as it matches. */
function said(child: ChildProcess, what: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: string) => {
      text += chunk;
      const found = what.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`it ended, and said: ${text}`)));
  });
}

async function post(url: string, action: string, body: string): Promise<number> {
  const headers = {
    'Content-Type': 'text/xml; charset=utf-8',
    SOAPAction: `"http://www.egem.nl/StUF/sector/zkn/0310/${action}"`,
  };
  const reply = await fetch(url, { method: 'POST', headers, body });
  await reply.arrayBuffer();
  return reply.status;
}
