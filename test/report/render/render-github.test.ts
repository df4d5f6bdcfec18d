import { expect } from 'chai';
import { renderGithub } from '../../../src/report/render/render-github.js';
import { FLAWLESS, finding, sampleRun, WITH_FAULTS } from '../samples.js';

describe('annotations for GitHub', () => {
  const lines = renderGithub(WITH_FAULTS().report).trimEnd().split('\n');

  it('writes a fault as error, an open check and a warning as warning', () => {
    expect(lines.map((line) => line.replace(/ .*/, ''))).to.deep.equal([
      '::error',
      '::error',
      '::warning',
      '::warning',
      '::notice',
    ]);
  });

  it('ends with the result', () => {
    expect(lines.at(-1)).to.match(/^::notice title=Boekenplank 4\.2\.1%2C .*::Met fouten$/);
  });

  it('leaves out what was not checked and what follows from another step', () => {
    expect(lines.join()).not.to.include('BIEB-90').and.not.to.include('leenBoek');
    expect(renderGithub(FLAWLESS().report).trimEnd().split('\n')).to.have.length(1);
  });

  it('lets no message begin a command of its own', () => {
    const gevonden = '100%\r\n::error::vals';
    const { report } = sampleRun({
      'cat.1.geefBoeknummer/2': { findings: () => [finding({ id: 'A:B,C', verdict: 'voldoet_niet', gevonden })] },
    });
    const [first] = renderGithub(report).split('\n');
    expect(first).to.include('A%3AB%2CC::').and.to.include('100%25%0D%0A::error::vals');
  });
});
