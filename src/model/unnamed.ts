/** What stands in a report for a product, a version or a supplier that nobody named. */
export const UNNAMED = 'niet genoemd';
