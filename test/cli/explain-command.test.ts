import { expect } from 'chai';
import { explainCommand } from '../../src/cli/explain-command.js';
import { refusal } from '../harness-error.js';
import { fakeShell } from './fake-shell.js';

describe('explain', () => {
  const explain = async (code: string, lang: 'nl' | 'en') => {
    const shell = fakeShell();
    await explainCommand({ shell, operands: [code], options: { lang } });
    return shell.said.out;
  };
  it('tells an error code in both languages', async () => {
    expect(await explain('CONSTANT_UNSET', 'nl')).to.include('vooraf');
    expect(await explain('constant_unset', 'en')).to.include('beforehand');
  });
  it('tells a finding with its advice and its source', async () => {
    expect(await explain('HTTP-REDIRECT', 'en')).to.include('--endpoint');
    expect(await explain('BODY-DOCTYPE', 'en')).to.include('Source: SOAP11');
  });
  it('tells the words of a report', async () =>
    expect(await explain('niet_vastgesteld', 'en')).to.include('neither for nor against'));
  it('refuses an unknown code with the nearest', async () => {
    const error = await refusal(() => explain('CONSTANT_UNSTE', 'en'), 'USAGE');
    expect(error.message).to.include('did you mean "CONSTANT_UNSET"');
  });
});
