/**
 * Workflow commands of GitHub Actions.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

export type GithubLevel = 'error' | 'warning' | 'notice';

/** @param properties - `title`, `file`, `line`, `col`; those that are undefined are left out */
export function githubCommand(
  level: GithubLevel,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const listed = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
  );
  return `::${level} ${listed.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
