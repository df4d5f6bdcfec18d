import { expect } from 'chai';
import { processShell } from '../../src/cli/shell.js';

describe('the shell of a process', () => {
  it('listens once to its standard output, however many there are', () => {
    processShell();
    const before = process.stdout.listenerCount('error');
    for (let count = 0; count < 20; count++) processShell();
    expect(process.stdout.listenerCount('error')).to.equal(before);
  });
});
