/** What docs/rapport.schema.json says of a value; what users are told of a report that does not follow it is the same. */
export { complaints } from '../../src/report/fold/schema-complaints.js';
