/** Asserts that something is refused with an error of ours, by its code. */
import { expect } from 'chai';
import { type ErrorCode, HarnessError } from '../src/model/harness-error.js';

/** @returns the error, to look at its words and its place */
export async function refusal(act: () => unknown, code: ErrorCode): Promise<HarnessError> {
  try {
    await act();
  } catch (error) {
    expect(error).to.be.instanceOf(HarnessError);
    expect((error as HarnessError).code).to.equal(code);
    return error as HarnessError;
  }
  return expect.fail(`nothing was refused; expected ${code}`);
}
