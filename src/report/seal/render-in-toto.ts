/**
 * An in-toto statement of type test-result v0.1, for policies of a software supply chain. Not signed: the seal of a package is, and
 * says the same in its own words.
 *
 * @see https://github.com/in-toto/attestation, spec/predicates/test-result.md
 */
import type { Report } from '../../model/report.js';
import { canonicalJson } from '../canonical-json.js';
import { testResultFacts } from './seal-predicate.js';

const PREDICATE = 'https://in-toto.io/attestation/test-result/v0.1';

/** @param digest - SHA-256 of `rapport.json` as it stands in the package: what the statement is about */
export function renderInToto(report: Report, digest: string): string {
  const { testset, schemabasis, harnas, product, standaard } = report;
  const configuration = [
    { name: `${testset.id} ${testset.versie}`, digest: { sha256: testset.digest } },
    ...(schemabasis.digest === '' ? [] : [{ name: schemabasis.naam, digest: { sha256: schemabasis.digest } }]),
    { name: harnas.naam, uri: `pkg:npm/${harnas.naam}@${harnas.versie}` },
    {
      name: 'product',
      content: Buffer.from(canonicalJson({ product, standaard })).toString('base64'),
      mediaType: 'application/json',
    },
  ];
  return canonicalJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'rapport.json', digest: { sha256: digest } }],
    predicateType: PREDICATE,
    predicate: { ...testResultFacts(report), configuration },
  });
}
