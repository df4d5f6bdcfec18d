/** What programs that read our renditions may rely on, written by us as schemas: a name that is not here stands nowhere. */

const text = { type: 'string' };
const filled = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };
const strict = (properties: Readonly<Record<string, unknown>>, optional: Readonly<Record<string, unknown>> = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});
const list = (items: unknown) => ({ type: 'array', items });

/** CTRF, https://ctrf.io */
export const CTRF = strict({
  ...{ reportFormat: { const: 'CTRF' }, specVersion: { pattern: '^\\d+\\.\\d+\\.\\d+$' }, timestamp: text, generatedBy: filled },
  results: strict({
    tool: strict({ name: filled, version: filled }),
    summary: strict({
      ...{ tests: count, passed: count, failed: count, skipped: count, pending: count, other: count },
      ...{ suites: count, start: count, stop: count },
    }),
    tests: list(
      strict(
        {
          ...{
            name: filled,
            status: { enum: ['passed', 'failed', 'skipped', 'pending', 'other'] },
            duration: count,
            rawStatus: filled,
          },
          ...{ suite: list(filled), extra: { type: 'object' } },
        },
        { message: filled, trace: filled },
      ),
    ),
    environment: strict({ appName: filled, appVersion: filled, testEnvironment: filled, reportName: filled }),
    extra: { type: 'object' },
  }),
});

const reference = strict({ '@id': filled });

/** EARL 1.0 in JSON-LD, https://www.w3.org/TR/EARL10-Schema/ */
export const EARL_ASSERTION = strict({
  ...{ '@type': { const: 'earl:Assertion' }, 'earl:assertedBy': reference, 'earl:subject': reference },
  'earl:mode': strict({ '@id': { enum: ['earl:automatic', 'earl:manual', 'earl:semiAuto'] } }),
  'earl:test': { type: 'object' },
  'earl:result': strict(
    {
      '@type': { const: 'earl:TestResult' },
      'earl:outcome': strict({
        '@id': { enum: ['earl:passed', 'earl:failed', 'earl:cantTell', 'earl:inapplicable', 'earl:untested'] },
      }),
    },
    {
      ...{ 'dct:description': filled, 'dct:date': filled, 'earl:info': filled, 'dct:isPartOf': reference },
      'earl:pointer': strict({ '@type': { const: 'earl:Pointer' }, 'dct:description': filled }),
    },
  ),
});

const message = strict({ text: filled });
const region = strict(
  { startLine: { type: 'integer', minimum: 1 } },
  { startColumn: { type: 'integer', minimum: 1 }, endColumn: { type: 'integer', minimum: 1 } },
);
const level = { enum: ['none', 'note', 'warning', 'error'] };

/** SARIF 2.1.0, sections 3.13 and on. */
export const SARIF = strict({
  ...{ $schema: filled, version: { const: '2.1.0' } },
  runs: list(
    strict({
      tool: strict({
        driver: strict({
          ...{ name: filled, version: filled, language: { pattern: '^[a-z]{2}$' } },
          rules: list(
            strict(
              { id: filled, shortDescription: message, help: message, defaultConfiguration: strict({ level }) },
              { properties: { type: 'object' } },
            ),
          ),
        }),
      }),
      invocations: list(strict({ executionSuccessful: { type: 'boolean' } })),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list(
        strict({
          ...{ ruleId: filled, ruleIndex: count, kind: { enum: ['fail', 'open'] }, level, message },
          locations: list(
            strict(
              {
                physicalLocation: strict(
                  { artifactLocation: strict({ uri: { type: 'string', pattern: '^[^ <>"{}|\\\\^`\\u0000-\\u001f]+$' } }) },
                  { region, contextRegion: strict({ startLine: { type: 'integer', minimum: 1 }, snippet: strict({ text }) }) },
                ),
              },
              { logicalLocations: list(strict({ fullyQualifiedName: filled, kind: { const: 'element' } })) },
            ),
          ),
        }),
      ),
    }),
  ),
});

/** Elements of JUnit XML with the attributes that they must and may have, and what may stand in them. */
export const JUNIT: Readonly<
  Record<string, { readonly must: readonly string[]; readonly may: readonly string[]; readonly holds: readonly string[] }>
> = {
  testsuites: { must: ['name', 'tests', 'failures', 'errors'], may: ['id', 'skipped', 'time'], holds: ['testsuite'] },
  testsuite: { must: ['name', 'tests', 'failures', 'errors', 'skipped'], may: ['timestamp', 'time'], holds: ['testcase'] },
  testcase: { must: ['classname', 'name'], may: ['time'], holds: ['failure', 'error', 'skipped', 'system-out'] },
  failure: { must: ['type', 'message'], may: [], holds: [] },
  error: { must: ['type', 'message'], may: [], holds: [] },
  skipped: { must: ['message'], may: [], holds: [] },
  'system-out': { must: [], may: [], holds: [] },
};
